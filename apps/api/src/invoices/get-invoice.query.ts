import { StreamableFile } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { InvoiceDocuments } from './invoice-documents.js';
import { readyUbl } from './ubl/ready-ubl.js';

export class GetInvoice extends Query<StreamableFile> {
  constructor(readonly number: number) {
    super();
  }
}

/** A copy to look at: what is sent is exported with its day. */
@QueryHandler(GetInvoice)
export class GetInvoiceHandler implements IQueryHandler<GetInvoice> {
  constructor(private readonly documents: InvoiceDocuments) {}

  async execute({ number }: GetInvoice): Promise<StreamableFile> {
    const document = await this.documents.numbered(number);
    const { checkedUbl } = await readyUbl();
    return new StreamableFile(Buffer.from(checkedUbl(document)), {
      type: 'application/xml; charset=utf-8',
      disposition: `attachment; filename="${document.kind}-${number}-copy.xml"`,
    });
  }
}
