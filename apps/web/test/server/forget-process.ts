/** Test files share a process: after this the next one has a web of its own, with its own environment and database. */
export function forgetProcess(): void {
  Reflect.deleteProperty(globalThis, Symbol.for("quickfire.web.process"));
}
