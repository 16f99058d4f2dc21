/** What a mail provider signs with; absent where no report is taken. */
export class BounceSecret {
  constructor(readonly secret: string | undefined) {}
}
