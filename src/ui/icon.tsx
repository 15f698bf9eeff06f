import {
  BellRing,
  BookOpen,
  Briefcase,
  CalendarDays,
  CircleQuestionMark,
  Coins,
  FilePen,
  FileText,
  FolderOpen,
  Gauge,
  GraduationCap,
  HandCoins,
  House,
  Inbox,
  Landmark,
  Library,
  type LucideIcon,
  Mail,
  Percent,
  ReceiptEuro,
  Settings,
  Share,
  Store,
  Users,
  Vote,
  Wallet,
} from "lucide-react";
import type { IconName } from "./icon-name.ts";

const DRAWING: Record<IconName, LucideIcon> = {
  home: House,
  invoice: FileText,
  quote: FilePen,
  receipt: ReceiptEuro,
  wallet: Wallet,
  customers: Users,
  calendar: CalendarDays,
  vote: Vote,
  queue: Inbox,
  portfolio: Briefcase,
  bank: Landmark,
  ledger: BookOpen,
  pay: HandCoins,
  training: GraduationCap,
  contribution: Percent,
  steering: Gauge,
  people: Users,
  settings: Settings,
  catalogue: Library,
  reminder: BellRing,
  payment: Coins,
  mail: Mail,
  documents: FolderOpen,
  export: Share,
  activity: Store,
  help: CircleQuestionMark,
};

/** The drawing of a named icon: always beside a word. */
export function Icon({ name, size = 20, className }: { name: IconName; size?: number; className?: string }) {
  const Drawing = DRAWING[name];
  return <Drawing aria-hidden="true" size={size} className={className} />;
}
