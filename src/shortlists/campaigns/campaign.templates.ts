import { z } from 'zod';
import { defineTemplate } from '../../messages/index.ts';

/** To an employer: a host asks it to take part in a campaign. */
export const campaignInvitation = defineTemplate({
  name: 'campaign.invited',
  parameters: z.object({ campaignId: z.uuid(), campaign: z.string() }),
  words: {
    en: ({ campaign, campaignId }) => ({
      subject: `You are invited to the campaign ${campaign}`,
      text: `Bring your roles to the campaign ${campaign} (${campaignId}).`,
    }),
    sv: ({ campaign, campaignId }) => ({
      subject: `Ni är inbjudna till kampanjen ${campaign}`,
      text: `Ta med era tjänster till kampanjen ${campaign} (${campaignId}).`,
    }),
    fr: ({ campaign, campaignId }) => ({
      subject: `Vous êtes invité à la campagne ${campaign}`,
      text: `Apportez vos postes à la campagne ${campaign} (${campaignId}).`,
    }),
  },
});

/** To the employers of a campaign: it runs, is closed or does not take place. */
export const campaignChanged = defineTemplate({
  name: 'campaign.changed',
  parameters: z.object({
    campaignId: z.uuid(),
    campaign: z.string(),
    state: z.enum(['RUNNING', 'CLOSED', 'CANCELLED']),
  }),
  words: {
    en: ({ campaign, state }) => ({
      subject: `The campaign ${campaign}`,
      text: {
        RUNNING: `The campaign ${campaign} has begun: talents sign up, and the hosts screen them.`,
        CLOSED: `The campaign ${campaign} is closed: nobody signs up any more. Your shortlists stay.`,
        CANCELLED: `The campaign ${campaign} does not take place.`,
      }[state],
    }),
    sv: ({ campaign, state }) => ({
      subject: `Kampanjen ${campaign}`,
      text: {
        RUNNING: `Kampanjen ${campaign} har börjat: talanger anmäler sig och värdarna gör ett urval.`,
        CLOSED: `Kampanjen ${campaign} är avslutad: ingen anmäler sig längre. Era kortlistor finns kvar.`,
        CANCELLED: `Kampanjen ${campaign} blir inte av.`,
      }[state],
    }),
    fr: ({ campaign, state }) => ({
      subject: `La campagne ${campaign}`,
      text: {
        RUNNING: `La campagne ${campaign} a commencé : les talents s’inscrivent et les hôtes les évaluent.`,
        CLOSED: `La campagne ${campaign} est close : plus personne ne s’inscrit. Vos listes restent.`,
        CANCELLED: `La campagne ${campaign} n’aura pas lieu.`,
      }[state],
    }),
  },
});

/** To a talent: how their sign-up stands. */
export const signUpChanged = defineTemplate({
  name: 'signup.changed',
  parameters: z.object({
    signUpId: z.uuid(),
    campaign: z.string(),
    state: z.enum(['QUEUED', 'LEAD', 'POOL', 'DECLINED', 'WITHDRAWN']),
  }),
  words: {
    en: ({ campaign, state }) => ({
      subject: `Your sign-up for ${campaign}`,
      text: {
        QUEUED: `You have signed up for ${campaign}. A person will look at your profile.`,
        LEAD: `You fit roles of ${campaign}. You see under myStanding where you are put forward.`,
        POOL: `No role of ${campaign} fits now. You stay in the pool for later roles.`,
        DECLINED: `The hosts of ${campaign} have decided not to go on. You read the reason under mySignUps.`,
        WITHDRAWN: `You have withdrawn from ${campaign}.`,
      }[state],
    }),
    sv: ({ campaign, state }) => ({
      subject: `Din anmälan till ${campaign}`,
      text: {
        QUEUED: `Du har anmält dig till ${campaign}. En person kommer att titta på din profil.`,
        LEAD: `Du passar för tjänster i ${campaign}. Under myStanding ser du var du är föreslagen.`,
        POOL: `Ingen tjänst i ${campaign} passar just nu. Du finns kvar för kommande tjänster.`,
        DECLINED: `Värdarna för ${campaign} har valt att inte gå vidare. Skälet läser du under mySignUps.`,
        WITHDRAWN: `Du har dragit tillbaka din anmälan till ${campaign}.`,
      }[state],
    }),
    fr: ({ campaign, state }) => ({
      subject: `Votre inscription à ${campaign}`,
      text: {
        QUEUED: `Vous êtes inscrit à ${campaign}. Une personne examinera votre profil.`,
        LEAD: `Vous correspondez à des postes de ${campaign}. Voyez sous myStanding où vous êtes proposé.`,
        POOL: `Aucun poste de ${campaign} ne convient pour l’instant. Vous restez dans le vivier.`,
        DECLINED: `Les hôtes de ${campaign} ont décidé de ne pas poursuivre. Le motif figure sous mySignUps.`,
        WITHDRAWN: `Vous vous êtes retiré de ${campaign}.`,
      }[state],
    }),
  },
});
