import { businessDateNow } from '#db/drawer/business-date.ts';
import { addCertificate } from '#db/taxes/add-certificate.ts';
import { archiveArea } from '#db/taxes/archive-area.ts';
import { archiveCertificate } from '#db/taxes/archive-certificate.ts';
import { attestTaxes } from '#db/taxes/attest-taxes.ts';
import { saveTaxArea } from '#db/taxes/save-area.ts';
import { saveTaxTerms } from '#db/taxes/save-terms.ts';
import { fromReader, gated, sessionOf } from './gate.ts';
import { toWriter } from './to-writer.ts';

const { taxes } = gated;

/** Places and their rules, and the certificates of customers who pay no tax. */
export const taxesHandlers = {
  get: taxes.get.handler(fromReader('taxes.get')),
  saveArea: taxes.saveArea.handler(({ input, context }) => {
    const command = context.store.context('taxes.saveArea', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => saveTaxArea(tx, command, input));
  }),
  attest: taxes.attest.handler(({ input, context }) => {
    const command = context.store.context('taxes.attest', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) => {
      const businessDate = businessDateNow(tx, command.register.registerId, command.nowMs);
      return attestTaxes(tx, command, { ...input, businessDate });
    });
  }),
  archiveArea: taxes.archiveArea.handler(toWriter('taxes.archiveArea', archiveArea)),
  saveTerms: taxes.saveTerms.handler(({ input, context }) => {
    const command = context.store.context('taxes.saveTerms', input.commandId, sessionOf(context));
    return context.store.shop.writer.write(command, input, (tx) =>
      saveTaxTerms(tx, command, input),
    );
  }),
  addCertificate: taxes.addCertificate.handler(({ input, context }) => {
    const command = context.store.context(
      'taxes.addCertificate',
      input.commandId,
      sessionOf(context),
    );
    return context.store.shop.writer.write(command, input, (tx) =>
      addCertificate(tx, command, input),
    );
  }),
  listCertificates: taxes.listCertificates.handler(fromReader('taxes.listCertificates')),
  archiveCertificate: taxes.archiveCertificate.handler(({ input, context }) => {
    const command = context.store.context(
      'taxes.archiveCertificate',
      input.commandId,
      sessionOf(context),
    );
    return context.store.shop.writer.write(command, input, (tx) =>
      archiveCertificate(tx, command, input),
    );
  }),
};
