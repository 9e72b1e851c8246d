// What stands in a field that is mine alone, while others may see this screen.
import { afterEach, expect, test } from "vitest";
import { page, userEvent } from "vitest/browser";
import { render } from "vitest-browser-react";
import { RoomForTests, testSession } from "../room/testing.tsx";
import { setSharing } from "../screen/sharing.ts";
import { PrivateTextArea } from "./private-text-area.tsx";

afterEach(() => setSharing(false));

test("on a shared screen an unsent text shows under my caret alone, and is still there afterwards", async () => {
  await render(
    <RoomForTests session={testSession()}>
      <PrivateTextArea label="Answer" value="I am not sure about Tom" />
    </RoomForTests>,
  );
  const field = page.getByRole("textbox", { name: "Answer" });
  await expect.element(field).toHaveValue("I am not sure about Tom");
  setSharing(true);
  await expect.element(field).toHaveValue("");
  await expect.element(field).toHaveAttribute("placeholder", "Your unsent text, hidden");
  await field.click();
  await expect.element(field).toHaveValue("I am not sure about Tom");
  await userEvent.tab();
  await expect.element(field).toHaveValue("");
  setSharing(false);
  await expect.element(field).toHaveValue("I am not sure about Tom");
});
