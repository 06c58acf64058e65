import { Field, InputType, ObjectType } from 'type-graphql';
import type { TextLanguage } from '../kernel/index.ts';
import { TextLanguageEnum } from './language-skill.ts';

@ObjectType({ description: 'A text with its language.' })
export class WrittenText {
  @Field(() => TextLanguageEnum, { description: 'The language it is written in.' })
  language!: TextLanguage;

  @Field(() => String)
  text!: string;
}

@InputType({ description: 'A text with its language.' })
export class WrittenTextInput {
  @Field(() => TextLanguageEnum, { description: 'The language it is written in.' })
  language!: TextLanguage;

  @Field(() => String, { description: 'Plain text, at most 200,000 characters.' })
  text!: string;
}
