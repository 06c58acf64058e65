import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../access/index.ts';
import { addInterpreter, addInterviewer, editStaff, removeStaff } from './change-staff.ts';
import { StaffInput, StaffType, toStaffType } from './staff.type.ts';

@Resolver(() => StaffType)
export class StaffResolver {
  @Mutation(() => StaffType, {
    description: 'Names who interviews for an employer. By the employer, its proxy or a host.',
  })
  async addInterviewer(
    @Ctx() context: Context,
    @Arg('participationId', () => ID) participationId: string,
    @Arg('input', () => StaffInput) input: StaffInput,
  ): Promise<StaffType> {
    return toStaffType(await addInterviewer(context, participationId, input));
  }

  @Mutation(() => StaffType, { description: 'Names who interprets, for all employers. By a host.' })
  async addInterpreter(
    @Ctx() context: Context,
    @Arg('occasionId', () => ID) occasionId: string,
    @Arg('input', () => StaffInput) input: StaffInput,
  ): Promise<StaffType> {
    return toStaffType(await addInterpreter(context, occasionId, input));
  }

  @Mutation(() => StaffType, { description: 'Replaces what is known of an interviewer or interpreter.' })
  async editStaff(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => StaffInput) input: StaffInput,
  ): Promise<StaffType> {
    return toStaffType(await editStaff(context, id, version, input));
  }

  @Mutation(() => Boolean, { description: 'Takes an interviewer or interpreter away whom no meeting names.' })
  removeStaff(
    @Ctx() context: Context,
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
  ): Promise<boolean> {
    return removeStaff(context, id, version);
  }
}
