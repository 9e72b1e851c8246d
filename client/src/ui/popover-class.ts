/** How every sheet looks that opens beside something. */
export const popoverClass =
  "in-view enters max-h-[inherit] overflow-auto rounded-pop border border-line bg-sheet text-ink shadow-pop outline-none";
