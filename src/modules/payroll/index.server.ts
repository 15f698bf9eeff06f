/** Front door of payroll on the server: the URSSAF's model, 640 KB of rules that a browser never loads. */
export { updatePayParameters } from "./parameters/update-parameters.command.ts";
export { payModel, warmPayModel } from "./simulation/pay-model.server.ts";
