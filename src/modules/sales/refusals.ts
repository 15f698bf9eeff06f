/** The sentences of what sales refuses and of fields of its own, in both languages. */
import { en as productEn } from "./catalogue/product.en.ts";
import { fr as productFr } from "./catalogue/product.fr.ts";
import { en as customerEn } from "./customer/customer.en.ts";
import { fr as customerFr } from "./customer/customer.fr.ts";
import { en as documentEn } from "./document/document-form.en.ts";
import { fr as documentFr } from "./document/document-form.fr.ts";
import { en as facturxEn } from "./facturx/facturx.en.ts";
import { fr as facturxFr } from "./facturx/facturx.fr.ts";
import { en as invoiceEn } from "./invoice/invoice.en.ts";
import { fr as invoiceFr } from "./invoice/invoice.fr.ts";
import { en as linkEn } from "./link/link.en.ts";
import { fr as linkFr } from "./link/link.fr.ts";
import { en as outgoingEn } from "./outgoing/outgoing.en.ts";
import { fr as outgoingFr } from "./outgoing/outgoing.fr.ts";
import { en as paymentEn } from "./payment/payment.en.ts";
import { fr as paymentFr } from "./payment/payment.fr.ts";
import { en as quoteEn } from "./quote/quote.en.ts";
import { fr as quoteFr } from "./quote/quote.fr.ts";
import { en as quoteScreenEn } from "./quote/quote-screen.en.ts";
import { fr as quoteScreenFr } from "./quote/quote-screen.fr.ts";
import { en as reminderEn } from "./reminder/reminder.en.ts";
import { fr as reminderFr } from "./reminder/reminder.fr.ts";
import { en as setupEn } from "./setup/setup.en.ts";
import { fr as setupFr } from "./setup/setup.fr.ts";

export const salesRefusals = {
  fr: {
    ...customerFr.refusals,
    ...customerFr.fields,
    ...productFr.refusals,
    ...productFr.fields,
    ...documentFr.fields,
    ...documentFr.schema,
    ...quoteFr.refusals,
    ...quoteScreenFr.fields,
    ...invoiceFr.refusals,
    ...linkFr.refusals,
    ...outgoingFr.refusals,
    ...paymentFr.refusals,
    ...facturxFr.refusals,
    ...reminderFr.refusals,
    ...setupFr.refusals,
  },
  en: {
    ...customerEn.refusals,
    ...customerEn.fields,
    ...productEn.refusals,
    ...productEn.fields,
    ...documentEn.fields,
    ...documentEn.schema,
    ...quoteEn.refusals,
    ...quoteScreenEn.fields,
    ...invoiceEn.refusals,
    ...linkEn.refusals,
    ...outgoingEn.refusals,
    ...paymentEn.refusals,
    ...facturxEn.refusals,
    ...reminderEn.refusals,
    ...setupEn.refusals,
  },
};
