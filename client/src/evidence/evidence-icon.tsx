import {
  Bell,
  ChartLine,
  FileText,
  GitMerge,
  GitPullRequest,
  Link2,
  MessageSquare,
  Terminal,
  Ticket,
  type LucideIcon,
} from "lucide-react";
import type { EvidenceType } from "@secondstory/shared";
import { Icon } from "../ui/icon.tsx";

const icons: Readonly<Record<EvidenceType, LucideIcon>> = {
  chat: MessageSquare,
  log: Terminal,
  metric: ChartLine,
  ticket: Ticket,
  change: GitPullRequest,
  build: GitMerge,
  document: FileText,
  alert: Bell,
  link: Link2,
};

/** The sign of a kind of evidence, beside its label. */
export function EvidenceIcon({ type }: { readonly type: EvidenceType }) {
  return <Icon of={icons[type]} className="shrink-0 text-ink-2" />;
}
