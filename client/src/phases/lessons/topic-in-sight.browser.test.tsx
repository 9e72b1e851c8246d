import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";
import { useLineInSight, useTopInSight } from "./topic-in-sight.ts";

const topics = Array.from({ length: 40 }, (_, index) => `topic ${index}`);

function Discussion({ current }: { readonly current: string }) {
  const list = useLineInSight(current);
  const shown = useTopInSight(current);
  return (
    <>
      <div data-testid="topic" ref={shown} style={{ height: 1_500 }}>
        <h2>{current}</h2>
        <input aria-label="Remark" style={{ marginTop: 900 }} />
      </div>
      <div ref={list} data-testid="topics" style={{ height: 200, overflowY: "auto" }}>
        {topics.map((topic) => (
          <p key={topic} {...(topic === current && { "aria-current": "step" })}>
            {topic}
          </p>
        ))}
      </div>
    </>
  );
}

test("[K14] the line of the topic comes into sight where its list scrolls by itself", async () => {
  const { rerender } = await render(<Discussion current="topic 0" />);
  const list = page.getByTestId("topics").element();
  expect(list.scrollTop).toBe(0);
  await rerender(<Discussion current="topic 30" />);
  const line = page.getByTestId("topics").getByText("topic 30").element().getBoundingClientRect();
  const { top, bottom } = list.getBoundingClientRect();
  expect(line.top).toBeGreaterThanOrEqual(top);
  expect(line.bottom).toBeLessThanOrEqual(bottom);
});

test("[K14] the next topic begins at its top, unless somebody types there", async () => {
  const { rerender } = await render(<Discussion current="topic 0" />);
  const top = () => page.getByTestId("topic").element().getBoundingClientRect().top;
  scrollTo({ top: 700, behavior: "instant" });
  await rerender(<Discussion current="topic 1" />);
  expect(top()).toBeCloseTo(0, 0);
  page.getByRole("textbox", { name: "Remark" }).element().focus();
  scrollTo({ top: 700, behavior: "instant" });
  const before = top();
  await rerender(<Discussion current="topic 2" />);
  expect(top()).toBe(before);
});
