import type { Translation } from "#kernel/language.ts";
import type { fr } from "./example.fr.ts";

export const en: Translation<typeof fr> = {
  levels: {
    discovers: { name: "Discovering", description: "I have heard of it and have not done it yet." },
    helped: { name: "With help", description: "I do it when somebody supports me or reads it over." },
    alone: { name: "On my own", description: "I do it without help, and know when to ask for some." },
    shares: { name: "Can pass it on", description: "I can explain it to others and help them." },
  },
  domains: {
    sales: {
      name: "Sales",
      skills: {
        offer: {
          name: "Presenting one’s offer",
          description: "Saying in two sentences what one does, for whom, and what it changes.",
          themes: "offer, communication",
        },
        prospect: {
          name: "Finding customers",
          description: "Choosing targets, making contact, following up, keeping a record.",
          themes: "prospecting, sales, network",
        },
        price: {
          name: "Setting one’s prices",
          description: "Working out cost and margin, announcing a price and standing by it.",
          themes: "price, margin",
        },
        tender: {
          name: "Answering a call for tenders",
          description: "Reading the specifications, deciding whether to bid, writing a complete answer.",
          themes: "tender, public procurement",
        },
      },
    },
    business: {
      name: "Management",
      skills: {
        quotes: {
          name: "Making quotes and invoices",
          description: "Making a fair quote, invoicing in time, following and chasing what is unpaid.",
          themes: "quotes, invoicing, unpaid",
        },
        cash: {
          name: "Following one’s cash",
          description: "Knowing what is available, what will come in and go out within three months.",
          themes: "cash, budget",
        },
        results: {
          name: "Reading one’s results",
          description: "Understanding one’s profit and loss, contribution and possible pay.",
          themes: "profit and loss, accounting",
        },
        time: {
          name: "Organising one’s time",
          description: "Planning work, keeping time to find customers and to rest.",
          themes: "organisation, time",
        },
      },
    },
    law: {
      name: "Law",
      skills: {
        contracts: {
          name: "Selling by the rules",
          description: "Terms of sale, payment delays, mandatory mentions, right of withdrawal.",
          themes: "terms of sale, contracts",
        },
        insurance: {
          name: "Insuring one’s activity",
          description: "Knowing the insurance and qualifications that one’s trade needs.",
          themes: "insurance, liability",
        },
        data: {
          name: "Protecting customers’ data",
          description: "Keeping only what is needed, informing, answering a request for access.",
          themes: "GDPR, personal data",
        },
        status: {
          name: "Understanding one’s contract",
          description: "CAPE, entrepreneur-employee contract, social rights, membership.",
          themes: "CAPE, CESA, status",
        },
      },
    },
    trade: {
      name: "Trade",
      skills: {
        craft: {
          name: "Mastering one’s trade",
          description: "Keeping the quality that was promised, by the rules of one’s trade.",
          themes: "quality",
        },
        safety: {
          name: "Working safely",
          description: "Seeing the risks of one’s activity and protecting oneself and others.",
          themes: "safety, prevention",
        },
        digital: {
          name: "Using digital tools",
          description: "Mail, spreadsheets, web site, social networks, software of one’s trade.",
          themes: "digital, web site, online sales",
        },
        progress: {
          name: "Learning and following one’s trade",
          description: "Seeing what changes in one’s trade and choosing how to learn.",
          themes: "training",
        },
      },
    },
    cooperation: {
      name: "Cooperation",
      skills: {
        network: {
          name: "Knowing the other entrepreneurs",
          description: "Knowing who does what in the cooperative, recommending and being recommended.",
          themes: "network, meetings",
        },
        joint: {
          name: "Working together",
          description: "Sharing work, price and responsibilities, and keeping one’s word.",
          themes: "cooperation, joint answer",
        },
        governance: {
          name: "Taking part in the cooperative",
          description: "Understanding its rules, coming to meetings, proposing and voting.",
          themes: "membership, governance",
        },
        share: {
          name: "Passing on to others",
          description: "Welcoming a new entrepreneur, running a workshop, sharing a practice.",
          themes: "facilitation, passing on",
        },
      },
    },
  },
};
