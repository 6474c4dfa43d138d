/** What everything of ours is called on the clinic's page: what is kept there, and what is said between its windows. */
export const NAME = 'prp-assistant';
