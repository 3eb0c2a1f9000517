/** The shapes of the HTTP contract that pages read; field names are the contract's. */

export type Role = 'VISITOR' | 'ASKER' | 'CRAFTSMAN' | 'CURATOR' | 'DISPATCHER' | 'ADMINISTRATOR' | 'OPERATOR';

export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly enterprise: string | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export type Outcome =
  | 'ANSWERED'
  | 'ESCALATED'
  | 'JOINED'
  | 'FORWARDED'
  | 'NEEDS_DETAIL'
  | 'SMALL_TALK'
  | 'OUT_OF_SCOPE'
  | 'STOPPED';

export interface Sentence {
  readonly text: string;
  readonly citations: readonly number[];
}

export type Kind = 'COURSE' | 'ACHIEVEMENT' | 'CASE' | 'STANDARD_QUESTION' | 'KNOW_HOW' | 'PATENT';

export const KINDS: readonly Kind[] = ['CASE', 'KNOW_HOW', 'STANDARD_QUESTION', 'COURSE', 'ACHIEVEMENT', 'PATENT'];

export interface Citation {
  readonly number: number;
  readonly article: string;
  readonly version: number;
  readonly kind: Kind;
  readonly title: string;
  readonly author: string | null;
  readonly quote: string;
  /** UTF-16 offsets into the version's raw text. */
  readonly start: number;
  readonly end: number;
}

export type TicketState =
  | 'NEW'
  | 'OPEN'
  | 'ASSIGNED'
  | 'PENDING'
  | 'ON_HOLD'
  | 'SOLVED'
  | 'CLOSED'
  | 'CANCELLED';

export interface TicketSummary {
  readonly id: string;
  readonly number: string;
  readonly state: TicketState;
  readonly expectedBy?: string | null;
}

export interface Turn {
  readonly id: string;
  readonly question: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly message: string | null;
  readonly probability: number | null;
  readonly answer: { readonly composer: 'MODEL' | 'EXTRACTIVE'; readonly sentences: readonly Sentence[] } | null;
  readonly citations: readonly Citation[];
  /** Highest level of the articles cited; from 2 on `message` is a warning to be shown first. */
  readonly safety: number;
  readonly ticket: TicketSummary | null;
  /** Somebody who knows the trade found the answer wrong. */
  readonly recalled?: { readonly reason: string; readonly at: string } | null;
  readonly versions: { readonly model: string | null };
  /** The turn that took its place after it was asked again. */
  readonly regeneratedBy: string | null;
  readonly feedback: { readonly helpful: boolean; readonly reason: string | null } | null;
}

export interface ConversationSummary {
  readonly id: string;
  readonly title?: string | null;
  readonly updatedAt?: string | null;
}

export interface TriedPassage {
  readonly article: string;
  readonly version: number;
  readonly title?: string | null;
  readonly quote: string;
  /** What it was ranked by, in [0, 1]; means the same for every question. */
  readonly score: number;
}

export interface Dossier {
  readonly rewritten: string;
  readonly passages: readonly TriedPassage[];
  readonly probability: number | null;
  readonly threshold: number | null;
  readonly reason: string;
  readonly draft: string | null;
}

export interface Message {
  readonly from: string;
  readonly text: string;
  readonly at: string;
}

/** A person as the contract shows one: a display name, or an object that carries it. */
export type Person = string | { readonly name: string };

/** What may happen to a ticket; the service says which of these the caller may try. */
export type TicketEvent =
  | 'CLAIM'
  | 'DECLINE'
  | 'ASSIGN'
  | 'TAKE_OVER'
  | 'TRANSFER'
  | 'RELEASE'
  | 'ASK_BACK'
  | 'ANSWER'
  | 'HOLD'
  | 'RESUME'
  | 'REPLY'
  | 'UNDO'
  | 'CONFIRM'
  | 'REJECT'
  | 'FOLLOW_UP'
  | 'CANCEL'
  | 'PRIORITISE';

/** Somebody a ticket can be given to. */
export interface Craftsman {
  readonly id: string;
  readonly name: string;
  readonly trades: readonly string[];
}

/** A clock of a ticket; only those who have to keep it are sent it. */
export interface TicketClock {
  readonly clock: 'CLAIM' | 'FIRST_REPLY' | 'NEXT_REPLY' | 'RESOLUTION' | 'CONFIRMATION';
  readonly state: 'RUNNING' | 'PAUSED' | 'STOPPED';
  /** Working time left; negative when its time is over. */
  readonly remainingSeconds: number;
}

export interface Note {
  readonly from: string;
  readonly text: string;
  readonly at: string;
}

/** What a craftsman says of himself. */
export interface CraftsmanProfile extends Craftsman {
  readonly processes: readonly string[];
  readonly equipment: readonly string[];
  readonly materials: readonly string[];
  readonly titles: readonly string[];
  readonly languages: readonly string[];
  readonly region?: string | null;
  readonly capacity?: number | null;
  readonly available: boolean;
  readonly visits: boolean;
  /** How many of his fixes were confirmed. */
  readonly fixes: number;
}

/** Who was asked, and why; only dispatchers see it. */
export interface TicketOffer {
  readonly craftsman: string;
  readonly reason: string;
  readonly at: string;
  readonly declined?: string | null;
  readonly declineReason?: string | null;
}

export interface Ticket extends TicketSummary {
  readonly priority?: 'NORMAL' | 'URGENT';
  readonly confidential?: boolean;
  /** How many colleagues wait for the same reply. */
  readonly askers?: number;
  /** The one that is over next, in a list. */
  readonly clock?: TicketClock | null;
  readonly clocks?: readonly TicketClock[];
  readonly notes?: readonly Note[];
  readonly closedAs?: 'CONFIRMED' | 'ASSUMED' | 'NO_REPLY' | null;
  readonly epoch: number;
  readonly owner?: Person | null;
  readonly question: string;
  readonly enterprise?: Person | null;
  readonly dossier?: Dossier | null;
  readonly messages?: readonly Message[];
  readonly article?: string | null;
  /** What the owner typed and has not sent. */
  readonly draft?: string | { readonly text: string } | null;
  /** When a held ticket comes back, an unanswered question back is repeated, or a reply is assumed to have worked. */
  readonly due?: string | null;
  readonly offers?: readonly TicketOffer[];
  readonly you?: {
    readonly asker?: boolean;
    readonly owner?: boolean;
    readonly offered?: string | null;
    readonly may?: readonly TicketEvent[];
    readonly mayClaim?: boolean;
    readonly mayReply?: boolean;
    readonly mayConfirm?: boolean;
  };
}

/** A ticket of another enterprise about the same problem: what it asks, not who asks. */
export interface LinkedTicket {
  readonly ticket: string;
  readonly number: string;
  readonly state: TicketState;
  readonly epoch: number;
  readonly question: string;
  /** What its asker would read; null before there is a reply, and once it was sent. */
  readonly preview?: string | null;
  readonly sent: boolean;
}

/** What became of a linked ticket that the reply was to be sent to. */
export interface FanOutOutcome {
  readonly ticket: string;
  readonly outcome: 'SENT' | 'ALREADY_SENT' | 'MOVED' | 'PREVIEW_CHANGED' | 'NOT_LINKED';
}

export type ArticleState = 'DRAFT' | 'IN_REVIEW' | 'PUBLISHED' | 'SUPERSEDED' | 'RETRACTED';

export interface Article {
  readonly id: string;
  readonly version: number;
  readonly state: ArticleState;
  readonly kind: Kind;
  readonly title: string;
  readonly text: string;
  readonly language?: string;
  readonly trade: string | null;
  readonly author: string | null;
  readonly source: string | null;
  readonly visibility?: string;
  readonly safety: number;
  readonly ticket?: string | null;
}

export type ImportState = 'QUEUED' | 'RUNNING' | 'PAUSED' | 'DONE' | 'FAILED' | 'CANCELLED';

export interface ImportJob {
  readonly id: string;
  readonly state: ImportState;
  readonly counts?: { readonly [outcome: string]: number };
}

export interface ImportRow {
  readonly file: string;
  readonly outcome: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'SKIPPED' | 'FAILED';
  readonly code: string | null;
  readonly reason: string | null;
  readonly article: string | null;
}

export type ListOutcome = Outcome | 'DUPLICATE' | 'FAILED';

/** A list of problems that a dispatcher loaded. */
export interface ProblemList {
  readonly id: string;
  readonly name: string;
  readonly state: 'RUNNING' | 'DONE';
  readonly counts: { readonly [outcome: string]: number };
  readonly createdAt: string;
}

export interface ProblemRow {
  readonly row: number;
  readonly enterprise: string;
  readonly contact: string;
  readonly question: string;
  readonly outcome: ListOutcome | null;
  readonly code: string | null;
  readonly reason: string | null;
  readonly errand: {
    readonly message: string;
    readonly answer: string;
    readonly byModel: boolean;
    readonly sources: readonly string[];
    readonly ticket: { readonly id: string; readonly number: string } | null;
    readonly withheld: boolean;
  } | null;
}

export type AuditVerdict = 'RIGHT' | 'WRONG' | 'CANNOT_TELL';

/** An answered question that was drawn for audit. */
export interface Audit {
  readonly id: string;
  readonly question: string;
  readonly rewritten: string;
  readonly answer: NonNullable<Turn['answer']>;
  readonly citations: readonly Citation[];
  readonly safety: number;
  readonly drawnAt: string;
  readonly outcome: AuditVerdict | null;
  readonly yours: AuditVerdict | null;
}

/** What audits prove about the answers; shares are in [0, 1]. */
export interface Standing {
  readonly alpha: number;
  readonly confidence: number;
  readonly audited: number;
  readonly errors: number;
  readonly bound: number | null;
  readonly state: 'CERTIFIED' | 'NOT_YET';
  /** About how many more audits certification takes; null where errors come too often for it. */
  readonly needed: number | null;
  readonly windowDays: number;
  readonly since: string | null;
}

/** The link by which a visitor goes on elsewhere, and its code as an image. */
export interface ResumeLink {
  readonly url: string;
  readonly expiresAt: string;
  readonly qr: string;
}

export type PersonalChannel = 'EMAIL' | 'SMS';

export interface NoticeChoice {
  readonly kind: string;
  readonly channel: PersonalChannel;
}

/** How an account is reached outside the pages. */
export interface NoticePreferences {
  readonly preference: {
    readonly email: string | null;
    readonly phone: string | null;
    readonly language: 'zh' | 'en';
    readonly workingHours: boolean;
    /** Null for what is usual. */
    readonly choices: readonly NoticeChoice[] | null;
  };
  readonly kinds: readonly string[];
  readonly usual: readonly string[];
  /** Those that the operator has set up. */
  readonly channels: readonly PersonalChannel[];
}

/** The data of a live event. */
export interface LiveEvent {
  readonly seq: number;
  readonly type: string;
  readonly subject: string;
}

/** The name to show for a person. */
export function nameOf(person: Person | null | undefined): string {
  if (person === null || person === undefined) return '';
  return typeof person === 'string' ? person : person.name;
}
