import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { NameList, type Person } from "./name-list.tsx";
import { renderUi } from "./testing.tsx";

const noa: Person = { id: "noa", name: "Noa", isMe: true, isFacilitator: true };
const nils: Person = { id: "nils", name: "Nils", hasHandUp: true };
const others = (count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    name: `Person ${index}`,
    isReady: true,
  }));

test("people are written names, and their states are words too", async () => {
  await page.viewport(1440, 900);
  await renderUi(<NameList people={[noa, nils]} />);
  const list = page.getByRole("list", { name: "People in the meeting" });
  await expect.element(list.getByText("Noa (you, leads)")).toBeInTheDocument();
  await expect.element(list.getByText("Nils (hand raised)")).toBeInTheDocument();
});

test("a crowd is counted, and raised hands keep their names", async () => {
  await page.viewport(1440, 900);
  await renderUi(<NameList people={[noa, nils, ...others(30)]} />);
  await expect.element(page.getByRole("button", { name: "32 people here" })).toBeVisible();
  await expect.element(page.getByText("30 ready")).toBeVisible();
  await expect
    .element(page.getByRole("list", { name: "Raised hands" }))
    .toHaveTextContent("Nils (hand raised)");
});

test("[KF3] names that have no room beside the meeting are counted, and written out again once they have", async () => {
  await page.viewport(1440, 900);
  const wide = { width: 1200 };
  const narrow = { width: 420 };
  const at = (style: typeof wide) => (
    <div className="flex h-(--dock)" style={style}>
      <NameList people={[noa, nils, ...others(23)]} />
    </div>
  );
  const { rerender } = await renderUi(at(narrow));
  await expect.element(page.getByRole("button", { name: "25 people here" })).toBeVisible();
  await expect
    .element(page.getByRole("list", { name: "Raised hands" }))
    .toHaveTextContent("Nils (hand raised)");
  await rerender(at(wide));
  await expect.element(page.getByText("Person 22 (ready)")).toBeVisible();
  await expect
    .element(page.getByRole("button", { name: "25 people here" }))
    .not.toBeInTheDocument();
});

test("narrow screens show one number that opens the list", async () => {
  await page.viewport(390, 800);
  await renderUi(<NameList people={[noa, nils]} details={(id) => <p>about {id}</p>} />);
  await page.getByRole("button", { name: "2 people here" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /Nils/ }).click();
  await expect.element(page.getByText("about nils")).toBeVisible();
});
