/**
 * System calls that no submission needs and that reach further than it may: sockets, other processes, namespaces,
 * mounts, keys, kernel programs, the clock. Numbers are those of the kernel's own tables (arch/x86/entry/syscalls/
 * syscall_64.tbl; include/uapi/asm-generic/unistd.h for 64-bit ARM) and never change.
 */

export interface SyscallTable {
  /** AUDIT_ARCH_* of include/uapi/linux/audit.h. */
  readonly auditArchitecture: number;
  /** Calls at or above this number belong to another interface of the same kernel (x32), null where there is none. */
  readonly firstForeign: number | null;
  readonly clone: number;
  readonly clone3: number;
  readonly ioctl: number;
  /** Refused whatever their arguments. */
  readonly refused: readonly number[];
}

/** The same on every architecture: system calls added since Linux 5.1. */
const recent = {
  pidfd_send_signal: 424,
  io_uring_setup: 425,
  io_uring_enter: 426,
  io_uring_register: 427,
  open_tree: 428,
  move_mount: 429,
  fsopen: 430,
  fsconfig: 431,
  fsmount: 432,
  fspick: 433,
  pidfd_open: 434,
  pidfd_getfd: 438,
  process_madvise: 440,
  mount_setattr: 442,
  quotactl_fd: 443,
  memfd_secret: 447,
  process_mrelease: 448,
};

/** Numbers on x86-64 and on 64-bit ARM, which came later and has none for what was out of date by then. */
const older: Readonly<Record<string, readonly [x64: number, arm64?: number]>> = {
  socket: [41, 198],
  socketpair: [53, 199],
  connect: [42, 203],
  bind: [49, 200],
  listen: [50, 201],
  accept: [43, 202],
  accept4: [288, 242],
  fork: [57],
  vfork: [58],
  ptrace: [101, 117],
  process_vm_readv: [310, 270],
  process_vm_writev: [311, 271],
  kcmp: [312, 272],
  mount: [165, 40],
  umount2: [166, 39],
  pivot_root: [155, 41],
  chroot: [161, 51],
  unshare: [272, 97],
  setns: [308, 268],
  keyctl: [250, 219],
  add_key: [248, 217],
  request_key: [249, 218],
  bpf: [321, 280],
  perf_event_open: [298, 241],
  userfaultfd: [323, 282],
  memfd_create: [319, 279],
  open_by_handle_at: [304, 265],
  name_to_handle_at: [303, 264],
  kexec_load: [246, 104],
  kexec_file_load: [320, 294],
  init_module: [175, 105],
  finit_module: [313, 273],
  delete_module: [176, 106],
  reboot: [169, 142],
  swapon: [167, 224],
  swapoff: [168, 225],
  acct: [163, 89],
  quotactl: [179, 60],
  syslog: [103, 116],
  sethostname: [170, 161],
  setdomainname: [171, 162],
  settimeofday: [164, 170],
  clock_settime: [227, 112],
  clock_adjtime: [305, 266],
  adjtimex: [159, 171],
  iopl: [172],
  ioperm: [173],
  modify_ldt: [154],
  personality: [135, 92],
  vhangup: [153, 58],
  uselib: [134],
  ustat: [136],
  sysfs: [139],
  _sysctl: [156],
  lookup_dcookie: [212, 18],
  nfsservctl: [180, 42],
  fanotify_init: [300, 262],
  mq_open: [240, 180],
  shmget: [29, 194],
  shmat: [30, 196],
  shmctl: [31, 195],
  semget: [64, 190],
  msgget: [68, 186],
};

const refusedOnX64 = Object.values(older).map(([x64]) => x64);
const refusedOnArm64 = Object.values(older).flatMap(([, arm64]) => arm64 ?? []);

/** By Node's name of the architecture (`process.arch`). */
export const syscallTables: Readonly<Record<string, SyscallTable>> = {
  x64: {
    auditArchitecture: 0xc000003e,
    firstForeign: 0x40000000,
    clone: 56,
    clone3: 435,
    ioctl: 16,
    refused: [...refusedOnX64, ...Object.values(recent)],
  },
  arm64: {
    auditArchitecture: 0xc00000b7,
    firstForeign: null,
    clone: 220,
    clone3: 435,
    ioctl: 29,
    refused: [...refusedOnArm64, ...Object.values(recent)],
  },
};
