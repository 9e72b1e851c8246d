// A rule of our own for the linter: what none of its rules can say.

/** `new Date()` reads the clock; `new Date(ms)` does not. */
const noPresent = {
  meta: { type: "problem" },
  create: (context) => ({
    NewExpression(node) {
      if (node.callee.type !== "Identifier" || node.callee.name !== "Date") return;
      if (node.arguments.length > 0) return;
      context.report({ node, message: "The model has no clock. Take the time as an argument." });
    },
  }),
};

export default { meta: { name: "model" }, rules: { "no-present": noPresent } };
