// Takes the way to send signals back out of the runner's closures, with a debugger of its own.
// expected: stopped
import { Session } from "node:inspector";
export const attack = (t) => new Promise((done, fail) => {
  try {
    const session = new Session();
    session.connect();
    globalThis.target = process._kill;
    session.post("Runtime.evaluate", { expression: "target" }, (_, { result }) => {
      session.post("Runtime.getProperties", { objectId: result.objectId }, (_, found) => {
        const scopes = found.internalProperties.find((one) => one.name === "[[Scopes]]");
        session.post("Runtime.getProperties", { objectId: scopes.value.objectId, ownProperties: true }, (_, list) => {
          session.post("Runtime.getProperties", { objectId: list.result[0].value.objectId }, (_, closure) => {
            const send = closure.result.find((one) => one.name === "send");
            session.post("Runtime.callFunctionOn", { objectId: send.value.objectId, functionDeclaration: `function () { return this.call(process, ${t.pid}, 18); }` }, (_, called) => done(called.result.value === 0));
          });
        });
      });
    });
  } catch (error) { fail(error); }
});
