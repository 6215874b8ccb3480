// Takes the way to send signals back out of the runner's closures, with a debugger of its own.
// expected: stopped
import { Session } from "node:inspector";
export const attack = (t: any) => new Promise((done, fail) => {
  try {
    const session = new Session();
    session.connect();
    (globalThis as any).target = (process as any)._kill;
    session.post("Runtime.evaluate", { expression: "target" }, (_: any, { result }: any) => {
      session.post("Runtime.getProperties", { objectId: result.objectId }, (_: any, found: any) => {
        const scopes = found.internalProperties.find((one: any) => one.name === "[[Scopes]]");
        session.post("Runtime.getProperties", { objectId: scopes.value.objectId, ownProperties: true }, (_: any, list: any) => {
          session.post("Runtime.getProperties", { objectId: list.result[0].value.objectId }, (_: any, closure: any) => {
            const send = closure.result.find((one: any) => one.name === "send");
            session.post("Runtime.callFunctionOn", { objectId: send.value.objectId, functionDeclaration: `function () { return this.call(process, ${t.pid}, 18); }` }, (_: any, called: any) => done(called.result.value === 0));
          });
        });
      });
    });
  } catch (error) { fail(error); }
});
