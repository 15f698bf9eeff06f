import type { Translation } from "#kernel/language.ts";
import type { fr } from "./identity.fr.ts";

export const en: Translation<typeof fr> = {
  refusals: {
    "identity.wrong": "The e-mail address or the password does not match.",
    "identity.tooMany": "Too many attempts. Try again in {minutes} minutes, or change your password.",
    "identity.slowDown": "Too many requests in a row. Wait a minute, then try again.",
    "identity.wrongCode": "This code does not match. Take the one that your application shows right now.",
    "identity.codeExpired": "Too much time has passed. Start again with your e-mail address and your password.",
    "identity.wrongPassword": "This is not your current password.",
    "identity.linkExpired": "This link was already used, or is too old. Ask for a new one.",
    "identity.signedOut": "You are no longer signed in. Sign in again.",
    "identity.codeAlreadySet": "Two-step verification is already on.",
    "identity.noSuchSession": "This device is already signed out.",
    "identity.noSuchPasskey": "This passkey no longer exists.",
    "password.tooShort": "Choose at least {minimum} characters. A sentence works very well.",
    "password.tooLong": "Choose {maximum} characters at most.",
    "password.tooSimple": "This password is too easy to guess. A sentence of a few words works very well.",
  },
  mails: {
    reset: {
      subject: "Choose a new password",
      text: `Hello {name},

You asked to change your password. This link works once, for one hour:

{link}

You did not ask for anything? Do nothing: your password stays the same.`,
    },
    invitation: {
      subject: "{cooperative} opens its space to you",
      text: `Hello {name},

{cooperative} gives you access to Essaim: your quotes, your invoices and your available money. Choose your password:

{link}

This link works once, for seven days. After that, ask your cooperative for another one.`,
    },
    welcome: {
      subject: "{cooperative} opens its space to you",
      text: `Hello {name},

{cooperative} gives you access to Essaim. You already have an account: sign in as usual.

{link}`,
    },
    changed: {
      subject: "Your password has changed",
      text: `Hello {name},

The password of your account has just changed, and your other devices are signed out.

It was not you? Choose a new password right now:

{link}`,
    },
  },
};
