import { expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { followCovers } from "./follow-covers.ts";

const page = ({ pill, line }: { readonly pill: boolean; readonly line: boolean }) => (
  <>
    <header data-screen-only style={{ position: "sticky", top: 0, height: 60 }}>
      {pill && (
        <span data-elsewhere>
          <span role="group" style={{ position: "absolute", top: 70, height: 40 }} />
        </span>
      )}
    </header>
    <section data-dock style={{ position: "sticky", bottom: 0 }}>
      {line && <div style={{ height: 44 }} />}
      <div style={{ height: 68 }} />
    </section>
  </>
);

const covered = (edge: string) =>
  document.documentElement.style.getPropertyValue(`--covered-${edge}`);

test("[D7] what the bars cover is known as they grow, a pill that hangs from them included", async () => {
  const { rerender } = await render(page({ pill: false, line: false }));
  const stop = followCovers();
  expect([covered("top"), covered("bottom")]).toEqual(["60px", "68px"]);
  await rerender(page({ pill: true, line: true }));
  await expect.poll(() => [covered("top"), covered("bottom")]).toEqual(["110px", "112px"]);
  await rerender(page({ pill: false, line: true }));
  await expect.poll(() => covered("top")).toBe("60px");
  stop();
  expect(covered("top")).toBe("");
});
