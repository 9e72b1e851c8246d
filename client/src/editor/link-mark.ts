// Links in a text: an address and nothing else. What is not http, https or mailto never becomes one.
import { InputRule, Mark, mergeAttributes } from "@tiptap/core";
import { Plugin } from "@tiptap/pm/state";
import { isSafeUrl } from "@secondstory/shared";

/** The link of our texts. Typing or pasting an address makes one; pasting it over selected words links them. */
export const LinkMark = Mark.create({
  name: "link",
  priority: 1000,
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: "a[href]",
      getAttrs: (element) => (isSafeUrl(element.getAttribute("href") ?? "") ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => [
    "a",
    mergeAttributes(isSafeUrl(String(HTMLAttributes["href"])) ? HTMLAttributes : {}),
    0,
  ],
  addInputRules() {
    return [
      new InputRule({
        find: /(?:^|\s)(https?:\/\/\S+)\s$/,
        handler: ({ state, range, match }) => {
          const address = match[1] ?? "";
          const from = range.to - address.length;
          state.tr
            .addMark(from, range.to, this.type.create({ href: address }))
            .insertText(" ", range.to)
            .removeStoredMark(this.type);
        },
      }),
    ];
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const address = event.clipboardData?.getData("text/plain").trim() ?? "";
            if (!isSafeUrl(address)) return false;
            const { state } = view;
            const link = this.type.create({ href: address });
            const { from, to, empty } = state.selection;
            view.dispatch(
              empty
                ? state.tr.replaceSelectionWith(state.schema.text(address, [link]), false)
                : state.tr.addMark(from, to, link),
            );
            return true;
          },
        },
      }),
    ];
  },
});
