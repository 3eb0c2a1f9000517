import type { Citation, Sentence, TicketSummary, Turn } from '../core/contract';
import type { Failure } from '../core/failure';
import type { StreamEvent } from '../core/sse';

/** A question of the thread and what is known about it so far; grows while the answer streams in. */
export interface TurnView {
  /** Identifies the question on the page, and makes sending it twice harmless. */
  readonly key: string;
  readonly question: string;
  readonly phase: 'sent' | 'answering' | 'done' | 'failed' | 'stopped';
  /** The turn that is asked again, null for a new question. */
  readonly again: string | null;
  /** The turn's id once the service has accepted it. */
  readonly id: string | null;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  readonly ticket: TicketSummary | null;
  /** The whole turn once it is complete. */
  readonly turn: Turn | null;
  readonly failure: Failure | null;
  /** What the asker decides about the ticket is being sent. */
  readonly deciding: boolean;
  /** Why that could not be done. */
  readonly trouble: Failure | null;
}

export function asked(key: string, question: string, again: string | null = null): TurnView {
  return {
    key,
    question,
    phase: 'sent',
    again,
    id: null,
    sentences: [],
    citations: [],
    ticket: null,
    turn: null,
    failure: null,
    deciding: false,
    trouble: null,
  };
}

/** A complete turn, as it came from the stream or from the history. */
export function complete(key: string, turn: Turn): TurnView {
  return {
    key,
    question: turn.question,
    phase: 'done',
    again: null,
    id: turn.id,
    sentences: turn.answer?.sentences ?? [],
    citations: turn.citations,
    ticket: turn.ticket,
    turn,
    failure: null,
    deciding: false,
    trouble: null,
  };
}

/** The asker wants no more of it; the service keeps no answer either. */
export function stopped(view: TurnView): TurnView {
  return { ...view, phase: 'stopped', sentences: [], citations: [] };
}

export function failed(view: TurnView, failure: Failure): TurnView {
  return { ...view, phase: 'failed', failure };
}

/** The view after one event of the answering stream; events this page does not know change nothing. */
export function advance(view: TurnView, event: StreamEvent): TurnView {
  const data = JSON.parse(event.data) as unknown;
  switch (event.type) {
    case 'accepted':
      return { ...view, id: (data as { readonly turn: string }).turn };
    case 'verdict':
      return { ...view, phase: 'answering' };
    case 'sentence':
      return { ...view, phase: 'answering', sentences: [...view.sentences, data as Sentence] };
    case 'citation':
      return { ...view, citations: [...view.citations, data as Citation] };
    case 'ticket':
      return { ...view, ticket: data as TicketSummary | null };
    case 'done':
      return complete(view.key, data as Turn);
    default:
      return view;
  }
}
