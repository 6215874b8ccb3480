/** Puts students and submissions that belong together, by whatever path, into one group. Pure. */

export interface JoinedGroup {
  /** Keys of students. */
  readonly keys: readonly string[];
  readonly submissionIds: readonly string[];
}

/**
 * @param keys of all students, each once
 * @param owners the keys that each submission may belong to; none: it is a group of its own
 * @returns every key and every submission in exactly one group, in the order given
 */
export function joinGroups(
  keys: readonly string[],
  owners: readonly { readonly submissionId: string; readonly keys: readonly string[] }[],
): readonly JoinedGroup[] {
  const parents = new Map<string, string>();
  const findRoot = (node: string): string => {
    let root = node;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    return root;
  };
  // Students and submissions may share names, so each carries its side.
  const submissionNode = (submissionId: string): string => `submission ${submissionId}`;
  const keyNode = (key: string): string => `key ${key}`;
  for (const owner of owners) {
    for (const key of owner.keys) {
      const [a, b] = [findRoot(submissionNode(owner.submissionId)), findRoot(keyNode(key))];
      if (a !== b) parents.set(a, b);
    }
  }
  const groups = new Map<string, { keys: string[]; submissionIds: string[] }>();
  const openGroup = (node: string) => {
    const root = findRoot(node);
    const group = groups.get(root) ?? { keys: [], submissionIds: [] };
    groups.set(root, group);
    return group;
  };
  for (const key of keys) openGroup(keyNode(key)).keys.push(key);
  for (const { submissionId } of owners)
    openGroup(submissionNode(submissionId)).submissionIds.push(submissionId);
  return [...groups.values()];
}
