import { GraphQLDateTimeISO } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf, graphqlEnum } from '../graph/index.ts';
import { MESSAGE_STATES, type MessageState } from './message.entity.ts';
import type { ReadMessage } from './reading/read-messages.ts';

export const MessageStateEnum = graphqlEnum(
  'MessageState',
  MESSAGE_STATES,
  'How far a message has come on its way by e-mail.',
  {
    WAITING: 'To be sent.',
    SENT: 'Handed over to the mail.',
    UNDELIVERABLE: 'Not sent, and not tried again: there is no address, or the mail server refused it.',
  },
);

@ObjectType('Message', { description: 'What you were told of a change, here and by e-mail.' })
export class MessageType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What kind of change: `offer.made`.' })
  template!: string;

  @Field(() => String, {
    nullable: true,
    description: 'In the language in which you are written to. Null when it can no longer be put into words.',
  })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'Plain text; null where `subject` is.' })
  text!: string | null;

  @Field(() => GraphQLDateTimeISO)
  announcedAt!: Date;

  @Field(() => MessageStateEnum)
  state!: MessageState;
}

export const MessageConnection = connectionOf('Message', () => MessageType);

/** The public shape of a message that was read. */
export const toMessageType = ({ message, wording }: ReadMessage): MessageType => ({
  id: message.id,
  template: message.template,
  subject: wording?.subject ?? null,
  text: wording?.text ?? null,
  announcedAt: message.announcedAt,
  state: message.state,
});
