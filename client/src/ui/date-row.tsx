/** The day on which the following events happened, in the columns of the timeline. */
export function DateRow({ children }: { readonly children: string }) {
  return (
    <div className="grid h-[2.1rem] grid-cols-[3.9rem_1.9rem_1fr] items-center text-s half:grid-cols-[5.1rem_2.4rem_1fr]">
      <span className="relative col-start-2 h-full justify-self-center before:absolute before:inset-y-0 before:-left-[5px] before:w-[10px] before:border-x before:border-line" />
      <h3 className="font-semibold text-ink">{children}</h3>
    </div>
  );
}
