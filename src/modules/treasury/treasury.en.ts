import type { fr } from "./treasury.fr.ts";

/** English words of an activity's treasury: the same keys as the French file. */
export const en: typeof fr = {
  treasury: "My money",
  lines: {
    cash: "Money in the bank and in cash",
    taxes: "Taxes and social contributions to pay",
    suppliers: "Suppliers to pay",
    salaries: "Salaries to pay",
    customers: "Customers to collect",
    expenseClaims: "Expense claims to refund",
    retention: "Retention money to receive",
    disputedCustomers: "Disputed customers",
    supplierDeposits: "Deposits paid to suppliers",
    fixedAssets: "Equipment and fixed assets",
    otherClass4: "Other amounts due or to receive",
    balanceSheet: "Capital, loans, equipment and stocks",
  },
  accounting: {
    cash: "treasury of the day, accounts 5",
    taxes: "tax and social debts, accounts 42, 43 and 44",
    suppliers: "suppliers, accounts 40",
    salaries: "staff, accounts 421",
    customers: "customers, accounts 41 with their waiting VAT",
    expenseClaims: "expense claims to pay",
    retention: "retention money, accounts 4117",
    disputedCustomers: "doubtful customers, accounts 416",
    supplierDeposits: "advances and deposits paid, accounts 4091",
    fixedAssets: "fixed assets, accounts 2",
    otherClass4: "rest of class 4",
    balanceSheet: "balance sheet accounts not yet counted, classes 1, 2 and 3",
  },
  totals: {
    reference: "Reference treasury",
    future: "Future treasury",
    result: "Result",
  },
  availableLines: {
    reference: "Reference treasury",
    customers: "Customers to collect",
    contribution: "Contribution to the cooperative, not taken yet",
    provisions: "Provisions not yet in the accounts",
    reserve: "Reserve to keep in the activity",
  },
  available: "My available money",
  refusals: {
    "treasury.noActivity": "You have no open activity, or may not see this one.",
    "treasury.accountsUnreadable":
      "Write beginnings of accounts separated by commas, for example 42,-421. “{text}” is not one.",
    "treasury.accountsMissing": "Write at least one beginning of account.",
    "treasury.notBalanceSheet": "Account {prefix} is not a balance sheet account (1 to 5).",
    "treasury.prefixTwice": "Account {prefix} is already in the line “{line}”.",
    "treasury.keyTwice": "Two lines have the same name: {key}.",
  },
};
