const positionIn = (token: string): bigint => BigInt(token.slice(token.lastIndexOf('.') + 1));

/** The newest moment of the log that any answer has told of; a query that is sent it answers with at least that. */
export class NewestMoment {
  private newest: string | undefined;

  get token(): string | undefined {
    return this.newest;
  }

  note(token: string | undefined): void {
    if (token === undefined) return;
    if (this.newest === undefined || positionIn(token) > positionIn(this.newest)) this.newest = token;
  }
}
