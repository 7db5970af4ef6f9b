metadata description = 'The Functions app: an isolated .NET worker on a Flex Consumption plan.'

@description('Name of the app.')
param name string

@description('Azure region; must offer Flex Consumption (az functionapp list-flexconsumption-locations).')
param location string

@description('Tags on the resources.')
param tags { *: string }

@description('Resource id of the identity that the app runs under.')
param identityId string

@description('Client id of the identity that the app runs under.')
param identityClientId string

@description('Name of the storage account of the Functions host.')
param hostStorageAccountName string

@description('Address of the container that holds the deployed package.')
param deploymentContainerUri string

@description('Settings of the app beside those that the host needs.')
param settings { *: string }

@description('Address that the app writes into links; empty for the one that Azure gives it.')
param publicBaseUrl string

@description('Addresses and CIDR blocks of proxies before Azure whose X-Forwarded-For names the client, separated by commas; empty for none.')
param trustedProxies string

@description('Memory of an instance in MB.')
param instanceMemoryMB int

@description('How many instances may run at once.')
param maximumInstanceCount int

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    // Key Vault references would otherwise ask for a system-assigned identity, which the app has not.
    keyVaultReferenceIdentity: identityId
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      ftpsState: 'Disabled'
      http20Enabled: true
      minTlsVersion: '1.2'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainerUri
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      // On Flex Consumption this is what sets FUNCTIONS_WORKER_RUNTIME; an app setting of that name is refused.
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: instanceMemoryMB
        maximumInstanceCount: maximumInstanceCount
      }
    }
  }

  // Packages are deployed with an Entra ID sign-in, never with the publishing password.
  resource scmPassword 'basicPublishingCredentialsPolicies' = {
    name: 'scm'
    properties: {
      allow: false
    }
  }

  resource ftpPassword 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union(settings, {
    AzureWebJobsStorage__accountName: hostStorageAccountName
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    // Otherwise Azure answers / with a page of its own.
    AzureWebJobsDisableHomepage: 'true'
    // Otherwise the host puts its own address in the place of the client's, and all clients share one limit.
    ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true'
    // Proxies further out; what a client writes itself never counts.
    OpenData__TrustedProxies: trustedProxies
    // Which identity the Azure SDK asks for, since an app may have several.
    AZURE_CLIENT_ID: identityClientId
    OpenData__PublicBaseUrl: empty(publicBaseUrl) ? 'https://${app.properties.defaultHostName}' : publicBaseUrl
  })
}

@description('Name of the app, for func azure functionapp publish.')
output name string = app.name

@description('Address of the app.')
output url string = 'https://${app.properties.defaultHostName}'
