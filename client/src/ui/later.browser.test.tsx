// A part that does not arrive is waited for, and nothing else on the page suffers.
import { Suspense } from "react";
import { expect, test } from "vitest";
import { page } from "vitest/browser";
import { later } from "./later.ts";
import { renderUi } from "./testing.tsx";

test("a part that cannot be fetched comes when the network is back", async () => {
  let isOnline = false;
  const Part = later<object>(() =>
    isOnline
      ? Promise.resolve({ default: () => <p>Here it is</p> })
      : Promise.reject(new TypeError("Failed to fetch dynamically imported module")),
  );
  await renderUi(
    <>
      <p>The rest of the page</p>
      <Suspense fallback={<p>On its way</p>}>
        <Part />
      </Suspense>
    </>,
  );
  await expect.element(page.getByText("On its way")).toBeVisible();
  isOnline = true;
  window.dispatchEvent(new Event("online"));
  await expect.element(page.getByText("Here it is")).toBeVisible();
  await expect.element(page.getByText("The rest of the page")).toBeVisible();
});
