import { createHmac } from "node:crypto";
import fc from "fast-check";
import type { Student } from "../../contract/roster";
import type { HandedInBy } from "./find-owners";
import { parseNamePattern } from "./name-pattern";
import { makeSubject, matchRoster } from "./roster";

const key = "a key of the roster";

function makeStudent(id: string, name = `Name of ${id}`): Student {
  return { id, name, subject: makeSubject(key, id) };
}

describe("makeSubject", () => {
  test("is the HMAC-SHA256 of the id under the key", () => {
    expect(makeSubject(key, "007")).toBe(createHmac("sha256", key).update("007").digest("hex"));
  });

  test("depends on the key and on every character of the id", () => {
    const subjects = [makeSubject(key, "007"), makeSubject(key, "7"), makeSubject(`${key}!`, "007")];
    expect(new Set(subjects).size).toBe(3);
  });

  test("does not depend on the Unicode form that a file system gave", () => {
    expect(makeSubject(key, "zoe\u0308")).toBe(makeSubject(key, "zo\u00eb"));
  });
});

describe("matchRoster", () => {
  const [ada, grace] = [makeStudent("ada"), makeStudent("grace")];

  test("makes four lists", () => {
    const twins = [makeStudent("twin", "One"), makeStudent("twin", "Two")];
    expect(matchRoster([ada, grace, ...twins], ["ada", "zoe", "twin"])).toEqual({
      matched: [{ submissionId: "ada", student: ada }],
      submissionsWithoutStudent: ["zoe"],
      studentsWithoutSubmission: [grace],
      ambiguous: [{ key: "twin", students: twins, submissionIds: ["twin"] }],
    });
  });

  test("takes a bare file by its name without .ts", () => {
    expect(matchRoster([ada], ["ada.ts"]).matched).toEqual([{ submissionId: "ada.ts", student: ada }]);
  });

  test("calls a folder and a file of one student ambiguous", () => {
    const match = matchRoster([ada], ["ada", "ada.ts"]);
    expect(match.ambiguous).toEqual([{ key: "ada", students: [ada], submissionIds: ["ada", "ada.ts"] }]);
    expect(match.matched).toEqual([]);
  });

  test.each(["Ada", "adA", "ada1", "Name of ada", "ada.py", "ad"])("does not guess that %s is ada", (id) => {
    expect(matchRoster([ada], [id])).toMatchObject({
      matched: [],
      submissionsWithoutStudent: [id],
      studentsWithoutSubmission: [ada],
    });
  });

  test("keeps leading zeros: 007 is not 7", () => {
    expect(matchRoster([makeStudent("007")], ["7"]).matched).toEqual([]);
  });

  describe("by what the platform says", () => {
    const told = (handedInBy: HandedInBy) => ({ handedInBy: new Map([["folder", [handedInBy]]]) });
    const lovelace = makeStudent("1001", "Ada Lovelace");
    const smith = { ...makeStudent("1002", "Sam O'Neil Smith"), email: "Sam@example.org" };

    test.each<[string, HandedInBy, Student]>([
      ["an id", { id: "1001" }, lovelace],
      ["an id and a name that agree", { id: "1001", name: "lovelaceada" }, lovelace],
      ["a name as Canvas writes it", { id: "77", name: "lovelaceada" }, lovelace],
      ["a name that lost its marks", { name: "Sam ONeil Smith" }, smith],
      ["an address in another case", { email: "sam@EXAMPLE.org" }, smith],
    ])("%s", (_, handedInBy, student) => {
      expect(matchRoster([lovelace, smith], ["folder"], told(handedInBy)).matched).toEqual([
        { submissionId: "folder", student },
      ]);
    });

    test("a number that is another student's by chance is ambiguous, not matched", () => {
      const match = matchRoster([lovelace, smith], ["folder"], told({ id: "1002", name: "Ada Lovelace" }));
      expect(match.matched).toEqual([]);
      expect(match.ambiguous).toEqual([
        { key: "1001", students: [lovelace, smith], submissionIds: ["folder"] },
      ]);
    });

    test("an address that is the roster's id", () => {
      const bo = makeStudent("Bo@example.org");
      expect(matchRoster([bo], ["folder"], told({ id: "x", email: "bo@example.org" })).matched).toHaveLength(
        1,
      );
    });

    test("a team that the platform names is matched with each member; one who has more work is ambiguous", () => {
      const team = { handedInBy: new Map([["folder", [{ id: "1001" }, { id: "1002" }, { id: "nobody" }]]]) };
      expect(matchRoster([lovelace, smith], ["folder"], team).matched).toEqual([
        { submissionId: "folder", student: lovelace },
        { submissionId: "folder", student: smith },
      ]);
      expect(matchRoster([lovelace, smith], ["folder", "1002"], team)).toMatchObject({
        matched: [],
        ambiguous: [{ submissionIds: ["folder", "1002"] }],
      });
    });

    test("two students of one name are ambiguous", () => {
      const twin = makeStudent("1003", "Ada Lovelace");
      const match = matchRoster([lovelace, twin], ["folder"], told({ name: "Ada Lovelace" }));
      expect(match.ambiguous).toHaveLength(1);
    });
  });

  test("matches by a declared pattern; an exact id goes first", () => {
    const students = [makeStudent("1001"), makeStudent("1002"), makeStudent("1001_x")];
    const match = matchRoster(students, ["1001_x", "1002_zoe"], { pattern: parseNamePattern("{id}_*") });
    expect(match.matched.map((one) => [one.submissionId, one.student.id])).toEqual([
      ["1002_zoe", "1002"],
      ["1001_x", "1001_x"],
    ]);
  });

  test("puts every student and every submission into exactly one list", () => {
    const ids = fc.array(fc.constantFrom("a", "b", "c", "a.ts", "b.ts", "A"), { maxLength: 8 });
    fc.assert(
      fc.property(
        ids,
        fc.uniqueArray(fc.constantFrom("a", "b", "c", "a.ts", "b.ts", "A")),
        (studentIds, submissionIds) => {
          const students = studentIds.map((id) => makeStudent(id));
          const match = matchRoster(students, submissionIds);
          const placedStudents = [
            ...match.matched.map((one) => one.student),
            ...match.studentsWithoutSubmission,
            ...match.ambiguous.flatMap((one) => one.students),
          ];
          const placedSubmissions = [
            ...match.matched.map((one) => one.submissionId),
            ...match.submissionsWithoutStudent,
            ...match.ambiguous.flatMap((one) => one.submissionIds),
          ];
          expect(placedStudents.map((one) => one.id).sort()).toEqual([...studentIds].sort());
          expect([...placedSubmissions].sort()).toEqual([...submissionIds].sort());
        },
      ),
    );
  });
});
