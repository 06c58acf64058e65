import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArguments, toConnection, type ConnectionShape } from '../graph/index.ts';
import { MessageConnection, MessageType, toMessageType } from './message.type.ts';
import { readMessages, type MessagesContext } from './reading/read-messages.ts';

@Resolver(() => MessageType)
export class MessageResolver {
  @Query(() => MessageConnection, {
    description: 'What you, or the organisation that you act for, were told; newest first.',
  })
  async messages(
    @Ctx() context: MessagesContext,
    @Args(() => PageArguments) page: PageArguments,
  ): Promise<ConnectionShape<MessageType>> {
    return toConnection(await readMessages(context, page), toMessageType);
  }
}
