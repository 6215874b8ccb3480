/** The frame of a page for students that loads nothing and runs nothing: its policy names its stylesheet alone. Pure. */
import { createHash } from "node:crypto";

export interface FramedPage {
  /** BCP 47 */
  readonly language: string;
  /** HTML, as all that follows. */
  readonly title: string;
  readonly stylesheet: string;
  readonly main: string;
  /** Typeset formulas carry their spacing as attributes. */
  readonly hasStyleAttributes?: boolean;
}

export function framePage({ language, title, stylesheet, main, hasStyleAttributes }: FramedPage): string {
  const digest = `'sha256-${createHash("sha256").update(stylesheet, "utf8").digest("base64")}'`;
  const styles = hasStyleAttributes
    ? `style-src-elem ${digest}; style-src-attr 'unsafe-inline'`
    : `style-src ${digest}`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${styles}">
<title>${title}</title>
<style>${stylesheet}</style>
</head>
<body>
<main>
${main}</main>
</body>
</html>
`;
}
