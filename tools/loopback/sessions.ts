import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** One browser that opened a printed link. Its tabs share it, as the tabs of a person do. */
export interface BrowserSession {
  /** Safe to show and to log, unlike the cookie. */
  readonly id: string;
}

/** Who may speak to the store through the loopback port: whoever opened a link that was printed here. */
export class Sessions {
  readonly #byCookie = new Map<string, BrowserSession>();
  #linkDigest: Buffer | undefined;
  #count = 0;

  /** A token for one link. The one before it stops working. */
  newLinkToken(): string {
    const token = randomSecret();
    this.#linkDigest = digest(token);
    return token;
  }

  /** Exchanges the link's token for a cookie, once. Undefined for anything but the newest unused token. */
  redeem(token: string): string | undefined {
    if (!this.#linkDigest || !timingSafeEqual(digest(token), this.#linkDigest)) return undefined;
    this.#linkDigest = undefined;
    const secret = randomSecret();
    this.#count += 1;
    this.#byCookie.set(digest(secret).toString('hex'), { id: `browser-${this.#count}` });
    return secret;
  }

  /** The session of a `Cookie` header. Looked up by digest, so timing tells nothing about the secret. */
  find(cookieHeader: string | undefined, cookieName: string): BrowserSession | undefined {
    for (const pair of (cookieHeader ?? '').split(';')) {
      const [name, secret] = pair.trim().split('=');
      if (name !== cookieName || !secret) continue;
      const session = this.#byCookie.get(digest(secret).toString('hex'));
      if (session) return session;
    }
    return undefined;
  }
}

function randomSecret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
