-- warehouse.customer_attribute: further attributes of customers, one a row
-- grain: customer_id, attribute
-- reads: warehouse.customer
-- not null: value
select
  customer.customer_id,
  pair.key as attribute, -- its name in the pipeline
  json_extract_string(pair.value, '$') as value, -- as the source has it
from warehouse.customer as customer
cross join json_each(customer.attributes) as pair
where json_extract_string(pair.value, '$') is not null
