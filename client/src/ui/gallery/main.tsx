// Every part of the design system in every state, to look at while developing: open /gallery.html in `npm run dev`. With
// ?lang=de it speaks German, with ?theme=dark it is evening. Not part of the build.
import "../theme.css";
import { i18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { speak } from "../../i18n/i18n.ts";
import { BrandMark } from "../glyphs.tsx";
import { LiveRegion } from "../live-region.tsx";
import { showTheme, themes } from "../theme.ts";
import { ToastRegion } from "../toast.tsx";
import { Cards } from "./cards.tsx";
import { Buttons, Fields } from "./controls.tsx";
import { Frame } from "./frame.tsx";
import { Marks } from "./marks.tsx";
import { Empty, LookAndLead, Share } from "./meeting.tsx";
import { DeleteDialog, Overlays, Toasts } from "./overlays.tsx";

function Gallery() {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  return (
    <div className="grid max-w-[90rem] grid-cols-12 gap-x-2 gap-y-9 p-4 half:p-8 laptop:gap-x-8">
      <header className="col-span-12 flex items-center gap-3">
        <BrandMark />
        <h1 className="font-story text-[1.5rem] leading-none font-medium">
          Second Story, states and parts
        </h1>
      </header>
      <Cards />
      <Marks />
      <LookAndLead />
      <Fields />
      <Toasts />
      <Empty />
      <Buttons onDelete={open} />
      <Share />
      <Overlays onOpenDialog={open} />
      <div className="col-span-12">
        <Frame />
      </div>
      <DeleteDialog isOpen={isOpen} onClose={() => setOpen(false)} />
      <ToastRegion />
      <LiveRegion />
    </div>
  );
}

const query = new URLSearchParams(location.search);
showTheme(themes.find((theme) => theme === query.get("theme")) ?? "system");
await speak(query.get("lang") === "de" ? "de" : "en");
const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <I18nProvider i18n={i18n}>
        <Gallery />
      </I18nProvider>
    </StrictMode>,
  );
