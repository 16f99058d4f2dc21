import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Cause } from '#events/deciding/cause';
import { CampaignLookup } from '../shared/campaign-lookup.js';
import { idOfMade } from '../shared/request-cause.js';
import { Saved } from '../shared/saved.js';
import type { ImportBegunDto } from './import.dto.js';
import { Imports } from './run/imports.js';
import type { Upload } from './uploads.js';

export class StartImport extends Command<Saved<ImportBegunDto>> {
  constructor(
    readonly roundId: string,
    readonly upload: Upload,
    /** Whether the client names repeats itself; else the same file is the same import. */
    readonly isKeyed: boolean,
    readonly cause: Cause,
  ) {
    super();
  }
}

@CommandHandler(StartImport)
export class StartImportHandler implements ICommandHandler<StartImport> {
  constructor(
    private readonly imports: Imports,
    private readonly campaigns: CampaignLookup,
  ) {}

  async execute({ roundId, upload, isKeyed, cause }: StartImport): Promise<Saved<ImportBegunDto>> {
    const campaignId = await this.campaigns.idOfRound(roundId);
    const asked = { ...upload, campaignId, roundId, cause, ...(isKeyed && { importId: idOfMade(cause) }) };
    const { importId, position } = await this.imports.start(asked);
    return new Saved({ importId }, position);
  }
}
