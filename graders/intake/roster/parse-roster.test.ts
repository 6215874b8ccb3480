import { UsageError } from "../../contract/faults";
import { parseRoster } from "./parse-roster";
import { makeSubject } from "./roster";

const rosterKey = "0123456789abcdef";
const parse = (csv: string, idColumn?: string) =>
  parseRoster(csv, { file: "class.csv", rosterKey, ...(idColumn === undefined ? {} : { idColumn }) });
const listShort = (csv: string, idColumn?: string) =>
  parse(csv, idColumn).map(({ id, name, email }) => [id, name, ...(email === undefined ? [] : [email])]);

describe("parseRoster", () => {
  test("reads ids as text, names with commas and quotes, and an email where there is one", () => {
    expect(parse('id,name,email\n007,"Lovelace, ""Ada""",ada@example.org\n8,Zoë,\n')).toEqual([
      {
        id: "007",
        name: 'Lovelace, "Ada"',
        email: "ada@example.org",
        subject: makeSubject(rosterKey, "007"),
      },
      { id: "8", name: "Zoë", subject: makeSubject(rosterKey, "8") },
    ]);
  });

  test.each([
    ["a byte order mark and Windows line ends", "\uFEFFid,name\r\nada,Ada\r\n"],
    ["semicolons", "id;name\nada;Ada\n"],
    ["tabs", "id\tname\nada\tAda\n"],
    ["separators inside a quoted heading", '"id";"name";"a,b,c,d"\nada;Ada;\n'],
    ["columns in another order, others between, in any case", "Section, NAME ,Id\nA,Ada,ada\n"],
    ["Excel's line with the separator", "sep=;\nid;name;a,b,c,d\nada;Ada;\n"],
    ["Excel's line after a mark, quoted, before tabs", '\uFEFF"SEP=\t"\r\nid\tname\r\nada\tAda\r\n'],
    ["Excel's line filled up to the width of the table", "sep=,,,\nid,name\nada,Ada\n"],
    ["blanks within quotes, and a row of nothing else", 'id," name "\n" ada ",Ada\n" ",\n'],
    ["blanks around and empty lines between", "id,name\n\n  ada , Ada \n\n"],
    ["rows of separators alone at the end", "id,name,email\nada,Ada,\n,,\n,,\n"],
    ["a row of blanks and more separators than columns", "id,name\nada,Ada\n , ,,\n"],
    ["the same row twice", "id,name\nada,Ada\nada,Ada\n"],
    ["a short row that has what is needed", "id,name,email\nada,Ada\n"],
  ])("takes %s", (_, csv) => {
    expect(listShort(csv)).toEqual([["ada", "Ada"]]);
  });

  test.each([
    [
      "Canvas's gradebook, without its own rows",
      'Student,ID,SIS User ID,SIS Login ID,Section,HW (3)\n,,,,,Manual Posting\n    Points Possible,,,,,22\n"Lovelace, Ada",1001,007,ada,A,\n',
      [["1001", "Lovelace, Ada"]],
    ],
    [
      "Moodle's worksheet, whose folders hold the number alone",
      '\uFEFFIdentifier,"Full name","ID number","Email address",Status,Grade\nParticipant 12345,Ada Lovelace,007,ada@example.org,,\n',
      [["12345", "Ada Lovelace", "ada@example.org"]],
    ],
    [
      "Brightspace's export, without the marks before its ids",
      "OrgDefinedId,Username,Last Name,First Name,Email,HW Points Grade,End-of-Line Indicator\n#007,#ada,Lovelace,Ada,ada@example.org,,#\n",
      [["007", "Ada Lovelace", "ada@example.org"]],
    ],
    [
      "Moodle's participants",
      "First name,Last name,ID number,Email address\nAda,Lovelace,007,ada@example.org\n",
      [["007", "Ada Lovelace", "ada@example.org"]],
    ],
    [
      "Gradescope's scores",
      "First Name,Last Name,SID,Email,Sections,Submission ID\nAda,Lovelace,007,ada@example.org,A,99\n",
      [["007", "Ada Lovelace", "ada@example.org"]],
    ],
    [
      "Blackboard's columns",
      '"Last Name"\t"First Name"\t"Username"\t"Student ID"\t"Last Access"\n"Lovelace"\t"Ada"\t"ada1"\t"007"\t""\n',
      [["ada1", "Ada Lovelace"]],
    ],
    ["an underscore in the heading", "student_id,name\n007,Ada\n", [["007", "Ada"]]],
    [
      "German headings",
      "Matrikel-Nr.;Name;Vorname;E-Mail\n007;Lovelace;Ada;ada@example.org\n",
      [["007", "Ada Lovelace", "ada@example.org"]],
    ],
    [
      "French headings",
      "N° étudiant;Nom;Prénom;Courriel\n007;Lovelace;Ada;ada@example.org\n",
      [["007", "Ada Lovelace", "ada@example.org"]],
    ],
  ])("recognises %s", (_, csv, students) => {
    expect(listShort(csv)).toEqual(students);
  });

  test("takes the column that the caller names, in any case", () => {
    const csv = "Student ID,Login ID,Name\n007,ada,Ada\n";
    expect(listShort(csv, "login_id")).toEqual([["ada", "Ada"]]);
    expect(listShort("Code,Name\n7,Ada\n", "Code")).toEqual([["7", "Ada"]]);
  });

  test("leaves two students with one id to the matching, which calls them ambiguous", () => {
    expect(parse("id,name\nada,One\nada,Two\n")).toHaveLength(2);
  });

  test.each([
    ["", "class.csv: expected at least one student, got none"],
    ["id,name\n", "class.csv: expected at least one student, got none"],
    [
      "pupil,name\nada,Ada\n",
      'class.csv: line 1: no column is known to hold ids: name it with --roster-id "<column>"; its columns are "pupil", "name"',
    ],
    [
      "Student ID,Login,Name\n7,ada,Ada\n",
      'class.csv: line 1: several columns may hold the ids: choose one with --roster-id "<column>"; its columns are "Student ID", "Login", "Name"',
    ],
    [
      "id\nada\n",
      'class.csv: line 1: expected a column "name", or "first name" and "last name"; its columns are "id"',
    ],
    [
      "id,id,name\n1,2,3\n",
      'class.csv: line 1: several columns may hold the ids: choose one with --roster-id "<column>"; its columns are "id", "id", "name"',
    ],
    ["id,name\nada,Ada\n,Grace\n", 'class.csv: line 3: expected a text in "id", got none'],
    ["Student ID,name\nada,\n", 'class.csv: line 2: expected a text in "name", got none'],
    ["id,name\nada\n", 'class.csv: line 2: expected a text in "name", got none'],
    [
      "id,name\nada,Lovelace, Ada\n",
      "class.csv: line 2: expected 2 columns as in its header, got 3; put quotes around a text with the separator in it",
    ],
  ])("says what is wrong with %j, to the letter", (csv, message) => {
    expect(() => parse(csv)).toThrow(new UsageError(message));
  });

  test("says what the parser says of quotes in one line", () => {
    expect(() => parse('id,name\n"ada,Ada\n')).toThrow(/^class\.csv: [^\n]+$/);
  });

  test("refuses a column that is not there", () => {
    expect(() => parse("id,name\nada,Ada\n", "Code")).toThrow(
      new UsageError(
        'class.csv: line 1: --roster-id: no column is called "Code"; its columns are "id", "name"',
      ),
    );
  });

  test("refuses a key that can be guessed, without repeating it", () => {
    const parseUnder = () => parseRoster("id,name\nada,Ada\n", { file: "class.csv", rosterKey: "secret" });
    expect(parseUnder).toThrow(/^roster key: expected at least 16 characters, got 6/);
    expect(parseUnder).not.toThrow(/secret/);
  });
});
