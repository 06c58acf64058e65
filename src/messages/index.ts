export { announce, type Announcement } from './announce.ts';
export { MessageEntity, type Message } from './message.entity.ts';
export { deliverTask } from './messages.jobs.ts';
export { defineTemplate, templateRegister, type Template, type Wording } from './template.ts';
