/** What the channels of contacts are called; others are called as the data have them. */
export const channels = {
  call_center: 'מוקד טלפוני',
  chat: "צ'אט",
  email: 'דוא״ל',
  phone: 'טלפון',
  post: 'דואר',
  self_service: 'שירות עצמי',
  sms: 'מסרון',
  social: 'רשתות חברתיות',
  store: 'חנות',
  telemarketing: 'טלמרקטינג',
  web: 'אתר',
};
