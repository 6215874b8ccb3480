import { UsageError } from "../../contract/faults";
import { makeSubject } from "./roster";
import { parseRoster } from "./roster-csv";

const key = "0123456789abcdef";
const parse = (csv: string) => parseRoster(csv, "class.csv", key);

describe("parseRoster", () => {
  test("reads ids as text, names with commas and quotes, and an email where there is one", () => {
    expect(parse('id,name,email\n007,"Lovelace, ""Ada""",ada@example.org\n8,Zoë,\n')).toEqual([
      { id: "007", name: 'Lovelace, "Ada"', email: "ada@example.org", subject: makeSubject(key, "007") },
      { id: "8", name: "Zoë", subject: makeSubject(key, "8") },
    ]);
  });

  test.each([
    ["a byte order mark and Windows line ends", "\uFEFFid,name\r\nada,Ada\r\n"],
    ["semicolons", "id;name\nada;Ada\n"],
    ["tabs", "id\tname\nada\tAda\n"],
    ["columns in another order, others between, in any case", "Section, NAME ,Id\nA,Ada,ada\n"],
    ["blanks around and empty lines between", "id,name\n\n  ada , Ada \n\n"],
  ])("takes %s", (_, csv) => {
    expect(parse(csv)).toEqual([{ id: "ada", name: "Ada", subject: makeSubject(key, "ada") }]);
  });

  test("leaves two students with one id to the matching, which calls them ambiguous", () => {
    expect(parse("id,name\nada,One\nada,Two\n")).toHaveLength(2);
  });

  test.each([
    ["", "class.csv: expected at least one student, got none"],
    ["id,name\n", "class.csv: expected at least one student, got none"],
    ["student,name\nada,Ada\n", 'class.csv: line 1: expected one column "id", got ["student", "name"]'],
    ["id\nada\n", 'class.csv: line 1: expected one column "name", got ["id"]'],
    ["id,id,name\n1,2,3\n", 'class.csv: line 1: expected one column "id", got 2 of them'],
    ["id,name\nada,Ada\n,Grace\n", 'class.csv: line 3: expected a text in "id", got none'],
    ["id,name\nada,\n", 'class.csv: line 2: expected a text in "name", got none'],
    ["id,name\nada\n", "class.csv: "],
    ['id,name\n"ada,Ada\n', "class.csv: "],
  ])("says what is wrong with %j in one line", (csv, message) => {
    expect(() => parse(csv)).toThrow(UsageError);
    expect(() => parse(csv)).toThrow(message);
    expect(() => parse(csv)).not.toThrow(/\n/);
  });

  test("refuses a key that can be guessed, without repeating it", () => {
    expect(() => parseRoster("id,name\nada,Ada\n", "class.csv", "secret")).toThrow(
      /^roster key: expected at least 16 characters, got 6/,
    );
    expect(() => parseRoster("id,name\nada,Ada\n", "class.csv", "secret")).not.toThrow(/secret/);
  });
});
