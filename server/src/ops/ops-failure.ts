// What goes wrong with an operator's command, in a sentence that says what to do.

/** A command could not be carried out; nothing is half done. The message is for the operator. */
export class OpsFailure extends Error {
  override readonly name = "OpsFailure";
}
