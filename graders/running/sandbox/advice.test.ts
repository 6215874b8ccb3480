import { adviseOnLevel, type SystemFacts } from "./advice";

const debian: SystemFacts = { platform: "linux", distributions: ["debian"], isRoot: false, settings: {} };
const noBubblewrap = { namespaces: "bubblewrap is not installed", seccomp: "needs namespaces" };
const failing = { namespaces: "does not start: bwrap: setting up uid map: Permission denied" };

describe("advice", () => {
  test("at full there is nothing to raise", () => {
    expect(adviseOnLevel("full", {}, debian)).toBeNull();
  });

  test.each([
    ["debian", "sudo apt-get install -y bubblewrap"],
    ["fedora", "sudo dnf install -y bubblewrap"],
    ["arch", "sudo pacman -S --noconfirm bubblewrap"],
    ["alpine", "sudo apk add bubblewrap"],
  ])("without bubblewrap, on %s: %s", (distribution, command) => {
    const facts = { ...debian, distributions: [distribution] };
    expect(adviseOnLevel("partial", noBubblewrap, facts)?.command).toBe(command);
  });

  test("on an unknown distribution it names the package", () => {
    const advice = adviseOnLevel("partial", noBubblewrap, { ...debian, distributions: ["plan9"] });
    expect(advice).toEqual({ command: null, says: expect.stringContaining("package manager") });
  });

  test.each([
    ["kernel.apparmor_restrict_unprivileged_userns", "1", "0"],
    ["kernel.unprivileged_userns_clone", "0", "1"],
    ["user.max_user_namespaces", "0", "28633"],
  ])("where %s is %s, it says to set it", (name, value, open) => {
    const advice = adviseOnLevel("partial", failing, { ...debian, settings: { [name]: value } });
    expect(advice?.command).toBe(`sudo sysctl -w ${name}=${open}`);
  });

  test("where bubblewrap fails for no known reason, it says what that usually means", () => {
    expect(adviseOnLevel("partial", failing, debian)?.says).toContain("container");
  });

  test("elsewhere than on Linux it says where to grade", () => {
    expect(adviseOnLevel("minimal", {}, { ...debian, platform: "win32" })?.command).toBe("wsl --install");
    expect(adviseOnLevel("minimal", {}, { ...debian, platform: "darwin" })?.says).toContain("Linux");
  });

  test("strong is enough", () => {
    expect(adviseOnLevel("strong", { cgroup: "x" }, debian)?.command).toBeNull();
  });
});
