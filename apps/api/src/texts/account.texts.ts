import type { Texts } from './texts.js';

export const accountTexts: Texts = {
  'session.required': { sv: 'Logga in först.', en: 'Sign in first.' },
  'session.ended': {
    sv: 'Inloggningen gäller inte längre. Logga in igen.',
    en: 'The session has ended. Sign in again.',
  },
  'session.sign-in-refused': {
    sv: 'Användarnamn och lösenord stämmer inte.',
    en: 'Username and password do not fit.',
  },
  'session.too-many-attempts': {
    sv: 'För många misslyckade försök. Vänta {retryAfterSeconds} sekunder.',
    en: 'Too many failed attempts. Wait {retryAfterSeconds} seconds.',
  },
  'session.unknown': { sv: 'Inloggningen finns inte.', en: 'There is no such session.' },
  'session.exists': { sv: 'Inloggningen finns redan.', en: 'The session has been started already.' },
  'account.unknown': { sv: 'Kontot finns inte.', en: 'There is no such account.' },
  'account.exists': { sv: 'Kontot finns redan.', en: 'The account exists already.' },
  'account.inactive': { sv: 'Kontot är avstängt.', en: 'The account is not active.' },
  'account.username-taken': { sv: 'Användarnamnet är upptaget.', en: 'Another account has the username.' },
  'account.role-may-not': { sv: 'Din roll ({role}) får inte göra det här.', en: 'Your role ({role}) may not do this.' },
  'account.ones-own': {
    sv: 'Ingen ändrar roll på eller stänger av sitt eget konto.',
    en: 'Nobody changes the role or standing of their own account.',
  },
  'account.password-change-required': {
    sv: 'Byt engångslösenordet först.',
    en: 'Change the one-time password first.',
  },
  'account.current-password-wrong': {
    sv: 'Det nuvarande lösenordet stämmer inte.',
    en: 'The current password does not fit.',
  },
  'account.password-unchanged': {
    sv: 'Välj ett annat lösenord än det nuvarande.',
    en: 'Choose another password than the current one.',
  },
  'account.receiver-missing': {
    sv: 'Ange vem som tar över säljarens låsta kort och återkomster.',
    en: 'Name who receives the locks and callbacks of the caller.',
  },
  'account.receiver-is-leaving': {
    sv: 'Den som slutar kan inte ta över från sig själv.',
    en: 'The one who leaves cannot receive the locks and callbacks.',
  },
  'account.receiver-cannot-receive': {
    sv: 'Den som tar över ska vara en aktiv säljare.',
    en: 'The receiver must be an active caller.',
  },
  'installation.pepper-differs': {
    sv: 'Installationens nyckel är en annan än den som lagret skapades med.',
    en: 'The pepper is not the one that the store was made with.',
  },
};
