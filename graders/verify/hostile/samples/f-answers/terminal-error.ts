// Throws an error that would repaint a terminal or a page.
// expected: threw
export const attack = () => { throw new Error("\u001b[2J\u001b]0;graded\u0007<script>alert(1)</script>\u202Eloot"); };
