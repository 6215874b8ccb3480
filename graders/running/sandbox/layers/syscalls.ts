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

// biome-ignore format: a row holds a kind of call (sockets, processes, mounts, keys …), to be compared with the other table
const x64Refused = {
  socket: 41, socketpair: 53, connect: 42, bind: 49, listen: 50, accept: 43, accept4: 288,
  fork: 57, vfork: 58, ptrace: 101, process_vm_readv: 310, process_vm_writev: 311, kcmp: 312,
  mount: 165, umount2: 166, pivot_root: 155, chroot: 161, unshare: 272, setns: 308,
  keyctl: 250, add_key: 248, request_key: 249, bpf: 321, perf_event_open: 298, userfaultfd: 323, memfd_create: 319,
  open_by_handle_at: 304, name_to_handle_at: 303, kexec_load: 246, kexec_file_load: 320,
  init_module: 175, finit_module: 313, delete_module: 176, reboot: 169, swapon: 167, swapoff: 168, acct: 163,
  quotactl: 179, syslog: 103, sethostname: 170, setdomainname: 171, settimeofday: 164, clock_settime: 227,
  clock_adjtime: 305, adjtimex: 159, iopl: 172, ioperm: 173, modify_ldt: 154, personality: 135, vhangup: 153,
  uselib: 134, ustat: 136, sysfs: 139, _sysctl: 156, lookup_dcookie: 212, nfsservctl: 180, fanotify_init: 300,
  mq_open: 240, shmget: 29, shmat: 30, shmctl: 31, semget: 64, msgget: 68,
};

// biome-ignore format: a row holds a kind of call (sockets, processes, mounts, keys …), to be compared with the other table
const arm64Refused = {
  socket: 198, socketpair: 199, connect: 203, bind: 200, listen: 201, accept: 202, accept4: 242,
  ptrace: 117, process_vm_readv: 270, process_vm_writev: 271, kcmp: 272,
  mount: 40, umount2: 39, pivot_root: 41, chroot: 51, unshare: 97, setns: 268,
  keyctl: 219, add_key: 217, request_key: 218, bpf: 280, perf_event_open: 241, userfaultfd: 282, memfd_create: 279,
  open_by_handle_at: 265, name_to_handle_at: 264, kexec_load: 104, kexec_file_load: 294,
  init_module: 105, finit_module: 273, delete_module: 106, reboot: 142, swapon: 224, swapoff: 225, acct: 89,
  quotactl: 60, syslog: 116, sethostname: 161, setdomainname: 162, settimeofday: 170, clock_settime: 112,
  clock_adjtime: 266, adjtimex: 171, personality: 92, vhangup: 58, lookup_dcookie: 18, nfsservctl: 42,
  fanotify_init: 262, mq_open: 180, shmget: 194, shmat: 196, shmctl: 195, semget: 190, msgget: 186,
};

/** By Node's name of the architecture (`process.arch`). */
export const syscallTables: Readonly<Record<string, SyscallTable>> = {
  x64: {
    auditArchitecture: 0xc000003e,
    firstForeign: 0x40000000,
    clone: 56,
    clone3: 435,
    ioctl: 16,
    refused: [...Object.values(x64Refused), ...Object.values(recent)],
  },
  arm64: {
    auditArchitecture: 0xc00000b7,
    firstForeign: null,
    clone: 220,
    clone3: 435,
    ioctl: 29,
    refused: [...Object.values(arm64Refused), ...Object.values(recent)],
  },
};
