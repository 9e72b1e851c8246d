/** How much of the time is used, 0 to 1, as a line on the top edge of what it stands in. It gets longer, that is all. */
export function SandLine({ used }: { readonly used: number }) {
  return (
    <span
      aria-hidden
      data-sand
      className="absolute -top-[2px] left-0 h-1 w-full origin-left bg-sun outline outline-1 outline-(--sun-edge) transition-transform duration-1000 ease-linear forced-colors:bg-[Highlight]"
      style={{ transform: `scaleX(${used})` }}
    />
  );
}
