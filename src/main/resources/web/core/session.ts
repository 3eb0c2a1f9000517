import { Backend } from './backend';
import type { Account } from './contract';
import { Failure } from './failure';
import { newKey } from './keys';
import { tab } from './memory';

/** Whoever uses the page, and the way to call the service as that person. */
export interface Session {
  readonly backend: Backend;
  /** Null for a visitor of a site. */
  readonly account: Account | null;
  /** A visitor whose enterprise and contact are asked for when a ticket opens. */
  readonly open: boolean;
  /** Whose storage this is; changes when somebody else logs in. */
  readonly owner: string;
}

interface Admitted {
  readonly token: string;
  readonly expiresAt: string;
  readonly open: boolean;
}

interface VisitorToken extends Admitted {
  readonly owner: string;
}

/** The account that is logged in on this page, or null. Fails only when the service cannot be asked. */
export async function loggedIn(backend: Backend): Promise<Account | null> {
  try {
    return await backend.get<Account>('/auth/me');
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.status === 401) return null;
    throw thrown;
  }
}

/** The session of a logged-in account. */
export function accountSession(backend: Backend, account: Account): Session {
  return { backend, account, open: false, owner: account.id };
}

/**
 * On the service's own pages whoever is logged in, else a visitor of the site. A visitor's token is kept until the tab
 * is closed or it expires.
 */
export async function openSession(base: string, site: string): Promise<Session> {
  const backend = new Backend(base);
  const resumed = tab.read(resumedKey(base, site)) !== null;
  if (!resumed && (base === '' || base === window.location.origin)) {
    const account = await loggedIn(backend);
    if (account !== null) return accountSession(backend, account);
  }
  const key = visitorKey(base, site);
  let visitor = remembered(tab.read(key));
  if (visitor === null) {
    const admitted = await backend.as({ kind: 'nobody' }).post<Admitted>('/widget/sessions', { site });
    visitor = { ...admitted, owner: newKey() };
    tab.write(key, JSON.stringify(visitor));
  }
  return {
    backend: backend.as({ kind: 'bearer', token: visitor.token }),
    account: null,
    open: visitor.open,
    owner: visitor.owner,
  };
}

/** The next `openSession` asks for a new token. */
export function forgetVisitor(base: string, site: string): void {
  tab.forget(visitorKey(base, site));
  tab.forget(resumedKey(base, site));
}

/** What a resume link is good for. */
interface Resumed extends Admitted {
  readonly site: string;
  readonly conversation: string;
}

/**
 * Goes on as the visitor that a resume link was given to: until this tab is closed, also when somebody is logged in here.
 * Sent without a key, so that the service keeps no answer that holds a token.
 */
export async function resumeVisit(link: string): Promise<{ readonly site: string; readonly conversation: string }> {
  const nobody = new Backend('').as({ kind: 'nobody' });
  const response = await nobody.send('POST', '/resume', { body: { token: link } });
  const { token, expiresAt, open, site, conversation } = (await response.json()) as Resumed;
  for (const base of ['', window.location.origin]) {
    tab.write(visitorKey(base, site), JSON.stringify({ token, expiresAt, open, owner: newKey() }));
    tab.write(resumedKey(base, site), conversation);
  }
  return { site, conversation };
}

function resumedKey(base: string, site: string): string {
  return `jw-resumed ${base} ${site}`;
}

function visitorKey(base: string, site: string): string {
  return `jw-visitor ${base} ${site}`;
}

function remembered(stored: string | null): VisitorToken | null {
  if (stored === null) return null;
  try {
    const visitor = JSON.parse(stored) as VisitorToken;
    return Date.parse(visitor.expiresAt) > Date.now() + 60_000 ? visitor : null;
  } catch {
    return null;
  }
}
