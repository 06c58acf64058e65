import { defineFailure } from '../kernel/index.ts';

/** Of the server's answer only the code: its words may repeat an address. */
export const carrierUnavailable = defineFailure<{ where: string; reason: string }>({
  code: 'MESSAGES_CARRIER_UNAVAILABLE',
  status: 503,
  message: ({ where, reason }) => `No message can be handed over to ${where} now: ${reason}`,
  remedy:
    'Check TANDEM_SMTP_URL and TANDEM_MAIL_FROM, or that TANDEM_MAIL_FOLDER can be written; messages wait meanwhile.',
});

export const notAllDelivered = defineFailure<{ count: number }>({
  code: 'MESSAGES_NOT_ALL_DELIVERED',
  status: 503,
  message: ({ count }) => `${count} messages could not be handed over yet`,
  remedy: 'Nothing to do: they are tried again with growing pauses.',
});
