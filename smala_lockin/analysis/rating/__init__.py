"""How bad it is: findings, and what their likelihood and impact follow from."""
